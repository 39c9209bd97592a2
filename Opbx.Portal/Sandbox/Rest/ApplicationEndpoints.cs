using Opbx.Portal.Sandbox.State;

namespace Opbx.Portal.Sandbox.Rest;

internal static class ApplicationEndpoints
{
    private static readonly string[] Kinds =
        ["name:string", "url:string", "method:string", "type:string", "profile:object", "active:boolean"];

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.On("GET", "/applications", request => Answers.Ok(request.Domain.Applications));
        routes.On("POST", "/applications", CreateAsync);
        routes.On("GET", "/applications/{id}",
            request => Find(request.Domain, request) is { } found ? Answers.Ok(found) : Answers.Missing("application"));
        routes.On("PUT", "/applications/{id}", request => ChangeAsync(request, whole: true));
        routes.On("PATCH", "/applications/{id}", request => ChangeAsync(request, whole: false));
        routes.On("DELETE", "/applications/{id}", DeleteAsync);
    }

    private static SandboxApplication? Find(SandboxDomain domain, SandboxRequest request)
    {
        var id = request.Route("id");
        return domain.Applications.Find(a => a.Name == id || a.Id.ToString(CultureInfo.InvariantCulture) == id || a.Uuid.ToString() == id);
    }

    private static string? Wrong(SandboxRequest request)
    {
        var body = request.Body;
        if (body.WrongType(Kinds) is { } wrong) return wrong;
        if (body.Text("type") is { } type && type is not ("cxml" or "twiml")) return "type must be cxml";
        return body.Text("method") is { } method && method is not ("GET" or "POST") ? "method must be GET or POST" : null;
    }

    private static Task<IResult> CreateAsync(SandboxRequest request)
    {
        var body = request.Body;
        if (Wrong(request) is { } wrong) return Task.FromResult(Answers.Bad(wrong));
        if (body.Text("name") is not { Length: > 0 } name || body.Text("url") is not { Length: > 0 } url)
            return Task.FromResult(Answers.Bad("name and url are required"));
        return request.ChangeAsync((domain, newId) =>
        {
            if (domain.Applications.Exists(a => a.Name == name)) return (null, Answers.Bad($"the application {name} exists already"));
            var application = new SandboxApplication {
                Id = newId(),
                DomainId = domain.Id,
                Name = name,
                Uuid = Guid.NewGuid(),
                Url = url,
                Type = body.Text("type") ?? "cxml",
                Method = body.Text("method") ?? "GET",
                Active = body.Truth("active", true),
                CreatedAt = request.Now,
                ModifiedAt = request.Now,
            };
            application = application with { Profile = application.Profile.Merge(body) };
            return (domain with { Applications = domain.Applications.Add(application) }, Answers.Ok(application));
        });
    }

    private static Task<IResult> ChangeAsync(SandboxRequest request, bool whole)
    {
        var body = request.Body;
        if (Wrong(request) is { } wrong) return Task.FromResult(Answers.Bad(wrong));
        if (whole && (body.Text("type") is null || body.Text("url") is null || body.Text("method") is null))
            return Task.FromResult(Answers.Bad("type, url and method are required"));
        return request.ChangeAsync((domain, _) =>
        {
            if (Find(domain, request) is not { } application) return (null, Answers.Missing("application"));
            var changed = application with {
                Name = whole ? application.Name : body.Text("name") ?? application.Name,
                Url = body.Text("url") ?? application.Url,
                Method = body.Text("method") ?? application.Method,
                Type = body.Text("type") ?? application.Type,
                Active = body.Truth("active", application.Active),
                Profile = application.Profile.Merge(body),
                ModifiedAt = request.Now,
            };
            return (domain with { Applications = domain.Applications.Replace(application, changed) }, Answers.Ok(changed));
        });
    }

    private static Task<IResult> DeleteAsync(SandboxRequest request) => request.ChangeAsync((domain, _) =>
    {
        if (Find(domain, request) is not { } application) return (null, Answers.Missing("application"));
        var changed = domain with {
            Applications = domain.Applications.Remove(application),
            DefaultApplication = domain.DefaultApplication == application.Id ? null : domain.DefaultApplication,
        };
        return (changed, Answers.Empty());
    });
}

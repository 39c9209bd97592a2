using System.Text.Json;
using System.Text.Json.Nodes;
using Opbx.Portal.Sandbox.State;

namespace Opbx.Portal.Sandbox.Rest;

internal static class DomainEndpoints
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.On("GET", "", request => Answers.Ok(Json(request)));
        routes.On("PUT", "", ChangeAsync);
        routes.On("PATCH", "", ChangeAsync);
        routes.On("GET", "/aliases", request => Answers.Ok(Aliases(request.Domain)));
    }

    /// <summary>The domain in the platform's format.</summary>
    public static JsonObject Json(SandboxRequest request) => Json(request.Domain, request.The<SandboxStore>().Current);

    private static JsonObject Json(SandboxDomain domain, SandboxState state) => new() {
        ["id"] = domain.Id,
        ["tenantId"] = 1,
        ["domain"] = domain.Name,
        ["uuid"] = domain.Uuid.ToString(),
        ["active"] = domain.Active,
        ["registrationFree"] = domain.RegistrationFree,
        ["defaultApplication"] = domain.DefaultApplication,
        ["createdAt"] = SandboxJson.Seconds(domain.CreatedAt),
        ["modifiedAt"] = SandboxJson.Seconds(domain.ModifiedAt),
        ["deletedAt"] = null,
        ["profile"] = JsonSerializer.SerializeToNode(domain.Profile, SandboxJson.Options),
        ["application"] = JsonSerializer.SerializeToNode(domain.Application, SandboxJson.Options),
        ["aliases"] = Aliases(domain),
        ["tenant"] = new JsonObject {
            ["id"] = 1, ["name"] = "sandbox", ["uuid"] = state.CustomerUuid.ToString(), ["active"] = true,
            ["profile"] = new JsonObject()
        },
    };

    private static JsonArray Aliases(SandboxDomain domain) =>
        [new JsonObject { ["id"] = 1, ["domainId"] = domain.Id, ["alias"] = domain.Name, ["type"] = "main", ["active"] = true }];

    private static Task<IResult> ChangeAsync(SandboxRequest request)
    {
        var body = request.Body;
        if (body.WrongType("profile:object", "active:boolean", "registrationFree:boolean", "defaultApplication:integer") is { } wrong)
            return Task.FromResult(Answers.Bad(wrong));
        return request.ChangeAsync((domain, _) =>
        {
            var application = body.Member("defaultApplication")?.GetInt64();
            if (application is not null && !domain.Applications.Exists(a => a.Id == application))
                return (null, Answers.Bad("defaultApplication does not exist"));
            var changed = domain with {
                Profile = domain.Profile.Merge(body),
                Active = body.Truth("active", domain.Active),
                RegistrationFree = body.Truth("registrationFree", domain.RegistrationFree),
                DefaultApplication = application ?? domain.DefaultApplication,
                ModifiedAt = request.Now,
            };
            return (changed, Answers.Ok(Json(changed, request.The<SandboxStore>().Current)));
        });
    }
}

using System.Text.Json;
using System.Text.Json.Nodes;
using Opbx.Portal.Sandbox.Calls;
using Opbx.Portal.Sandbox.State;
using Opbx.Portal.Sandbox.Verbs;

namespace Opbx.Portal.Sandbox.Rest;

/// <summary>Controls live calls, and makes calls for the portal.</summary>
internal static class SandboxCallEndpoints
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.On("GET", "/sessions", SessionEndpoints.List);
        routes.On("GET", "/sessions/{token}", SessionEndpoints.Get);
        routes.On("PATCH", "/sessions/{token}", ChangeLimit);
        routes.On("DELETE", "/sessions/{token}", SessionEndpoints.HangUp);
        routes.On("POST", "/sessions/{token}/application", Switch);
        routes.On("POST", "/application", Dial);
        ConferenceEndpoints.Map(routes);
    }

    private static IResult ChangeLimit(SandboxRequest request)
    {
        if (SessionEndpoints.Find(request) is not { } call) return Answers.Missing("session");
        if (request.Body.WrongType("timeLimit:integer") is { } wrong) return Answers.Bad(wrong);
        if (request.Body.Member("timeLimit") is { } limit && limit.TryGetInt32(out var seconds)) call.TimeLimit = seconds;
        return Answers.Ok(SessionEndpoints.Json(call, request));
    }

    private static IResult Switch(SandboxRequest request)
    {
        if (SessionEndpoints.Find(request) is not { } call) return Answers.Missing("session");
        if (request.Body.Member("cxml") is null == request.Body.Member("url") is null || Source(request.Body, null) is not { } source)
            return Answers.Bad("exactly one of cxml and url");
        if (!call.Inbox.Post(new PhoneAction.SwitchTo(source)))
            return Answers.Error(StatusCodes.Status404NotFound, "the session has ended");
        return Answers.Ok(new JsonObject {
            ["domainId"] = request.Domain.Id,
            ["subscriberId"] = call.SubscriberId,
            ["callerId"] = call.Start.From,
            ["remote"] = call.Start.To,
            ["token"] = call.Token,
        });
    }

    private static IResult Dial(SandboxRequest request)
    {
        var body = request.Body;
        if (body.WrongType("destination:string", "caller-id:string", "url:string", "cxml:string", "callback:string", "timeout:integer")
            is { } wrong) return Answers.Bad(wrong);
        if (body.Text("destination") is not { Length: > 0 } destination) return Answers.Bad("destination is required");
        if (body.Text("caller-id") is not { Length: > 0 } callerId) return Answers.Bad("caller-id is required");
        if (((string[])["application", "url", "cxml"]).Count(name => body.Member(name) is not null) != 1
            || Source(body, request.Domain) is not { } source) return Answers.Bad("exactly one of application, url and cxml");
        var seconds = body.Member("timeout")?.GetInt32() ?? 60;
        // As on the platform, the application runs as if the called person had called it.
        var call = request.The<SandboxSoftphone>()
            .Begin(request.Domain.Name,
                new(destination, callerId, SandboxDirection.OutboundApi, null, source, (destination, seconds), body.Text("callback")));
        return Answers.Ok(new JsonObject {
            ["domainId"] = request.Domain.Id,
            ["subscriberId"] = null,
            ["destination"] = destination,
            ["direction"] = "outbound-api",
            ["token"] = call.Token,
        });
    }

    private static StageSource? Source(JsonElement body, SandboxDomain? domain)
    {
        if (body.Text("cxml") is { } document) return new StageSource.Cxml(document);
        if (body.Text("url") is { } url) return new StageSource.Url(url, body.Text("method") ?? "POST", []);
        var wanted = body.Member("application")?.ToString();
        return domain?.Applications.Find(a => a.Name == wanted
            || a.Id.ToString(System.Globalization.CultureInfo.InvariantCulture) == wanted) is { } application
            ? new StageSource.Url(application.Url, application.Method, [])
            : null;
    }
}

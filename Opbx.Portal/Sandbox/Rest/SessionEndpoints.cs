using System.Text.Json.Nodes;
using Opbx.Portal.Sandbox.Calls;
using Opbx.Portal.Sandbox.State;

namespace Opbx.Portal.Sandbox.Rest;

internal static class SessionEndpoints
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.On("GET", "/sessions", List);
        routes.On("GET", "/sessions/{token}", Get);
        routes.On("PUT", "/sessions/{token}", ChangeProfile);
        routes.On("DELETE", "/sessions/{token}", HangUp);
    }

    /// <summary>Includes sessions that ended, as long as they are stored.</summary>
    public static IResult List(SandboxRequest request)
    {
        var direction = request.Http.Request.Query["by_direction"].ToString();
        var limit = int.TryParse(request.Http.Request.Query["limit"], out var wanted) && wanted > 0 ? wanted : 1000;
        var calls = request.The<SandboxSoftphone>().Calls.Where(c => c.Domain == request.Domain.Name
            && (direction.Length == 0 || c.Start.Direction.InSession() == direction));
        return Answers.Ok(new JsonArray([.. calls.Take(limit).Select(c => Json(c, request))]));
    }

    public static IResult Get(SandboxRequest request)
    {
        if (Find(request) is not { } call) return Answers.Missing("session");
        var session = Json(call, request);
        session["log"] =
            new JsonArray(
                [.. call.Steps.Where(s => s.Cxml is not null)
                    .Select(s => new JsonObject { ["timestamp"] = SandboxJson.Seconds(s.At), ["source"] = s.Cxml })]);
        return Answers.Ok(session);
    }

    public static IResult HangUp(SandboxRequest request)
    {
        if (Find(request) is not { } call) return Answers.Missing("session");
        return call.Inbox.Post(new PhoneAction.HangUp(ByApi: true)) ? Answers.Empty()
            : Answers.Error(StatusCodes.Status404NotFound, "the session has ended");
    }

    public static SandboxCall? Find(SandboxRequest request) =>
        request.The<SandboxSoftphone>().Find(request.Domain.Name, request.Route("token"));

    public static JsonObject Json(SandboxCall call, SandboxRequest request) =>
        SessionJson.Session(call, request.Domain, call.Steps.IsEmpty ? call.StartedAt : call.Steps[^1].At);

    private static IResult ChangeProfile(SandboxRequest request)
    {
        if (Find(request) is not { } call) return Answers.Missing("session");
        if (request.Body.WrongType("profile:object") is { } wrong) return Answers.Bad(wrong);
        call.Profile = call.Profile.Merge(request.Body);
        return Answers.Ok(Json(call, request));
    }
}

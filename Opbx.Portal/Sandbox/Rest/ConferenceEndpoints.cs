using System.Collections.Immutable;
using Opbx.Portal.Sandbox.Calls;

namespace Opbx.Portal.Sandbox.Rest;

/// <summary>Only rooms that somebody is in.</summary>
internal static class ConferenceEndpoints
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.On("GET", "/conferences", request => Answers.Ok(Rooms(request).Select(r => Json(request, r.Room, r.Members))));
        routes.On("GET", "/conferences/{name}",
            request => Find(request) is { } found ? Answers.Ok(Json(request, found.Room, found.Members)) : Answers.Missing("conference"));
        routes.On("DELETE", "/conferences/{name}", Close);
    }

    private static IReadOnlyList<(string Room, ImmutableList<SandboxCall> Members)> Rooms(SandboxRequest request) =>
        request.The<ConferenceRooms>().For(request.Domain.Name);

    private static (string Room, ImmutableList<SandboxCall> Members)? Find(SandboxRequest request)
    {
        foreach (var room in Rooms(request))
            if (room.Room == request.Route("name")) return room;

        return null;
    }

    private static object Json(SandboxRequest request, string name, ImmutableList<SandboxCall> members) =>
        new { name, domain = request.Domain.Name, customerId = 1, members = members.Count };

    private static IResult Close(SandboxRequest request)
    {
        if (Find(request) is not { } found) return Answers.Missing("conference");
        foreach (var call in found.Members) call.Inbox.Post(new PhoneAction.ConferenceEnds());
        return Answers.Empty();
    }
}

using Microsoft.AspNetCore.Components;
using Opbx.Core.Configuration;
using Opbx.Core.Document;
using Opbx.Core.Document.ConferenceRooms;
using Opbx.Core.Shared;
using Opbx.Portal.Components;

namespace Opbx.Portal.Features.ConferenceRooms;

/// <summary>The list of conference rooms.</summary>
public sealed partial class ConferenceRoomsPage
{
    [CascadingParameter]
    private PortalSession Session { get; set; } = default!;

    [Inject]
    private ConfigurationDirectory Directory { get; set; } = default!;

    private static ConferenceRoom Of(SavedObject row) => (ConferenceRoom)row.Object;

    private static string Entry(ConferenceRoom room) => (room.Pin, room.HostPin) switch
    {
        (null, null) => "Everybody who calls it",
        (null, _) => "Everybody, hosts by PIN",
        (_, null) => "By PIN",
        _ => "By PIN, hosts by their own",
    };

    private Task<Result<Page<SavedObject>>> LoadAsync(ListQuery query) =>
        Task.FromResult(Directory.List(Session.Actor, Session.PbxId, ObjectKind.ConferenceRooms, query));
}

using Microsoft.AspNetCore.Components;
using Opbx.Core.Configuration;
using Opbx.Core.Document;
using Opbx.Core.Document.RingGroups;
using Opbx.Core.Shared;
using Opbx.Portal.Components;

namespace Opbx.Portal.Features.RingGroups;

/// <summary>The list of ring groups.</summary>
public sealed partial class RingGroupsPage
{
    [CascadingParameter]
    private PortalSession Session { get; set; } = default!;

    [Inject]
    private ConfigurationDirectory Directory { get; set; } = default!;

    private static RingGroup Of(SavedObject row) => (RingGroup)row.Object;

    private Task<Result<Page<SavedObject>>> LoadAsync(ListQuery query) => Task.FromResult(Directory.List(Session.Actor, Session.PbxId, ObjectKind.RingGroups, query));
}

using Microsoft.AspNetCore.Components;
using Opbx.Core.Configuration;
using Opbx.Core.Document;
using Opbx.Core.Document.IvrMenus;
using Opbx.Core.Shared;
using Opbx.Portal.Components;

namespace Opbx.Portal.Features.IvrMenus;

/// <summary>The list of menus.</summary>
public sealed partial class IvrMenusPage
{
    [CascadingParameter]
    private PortalSession Session { get; set; } = default!;

    [Inject]
    private ConfigurationDirectory Directory { get; set; } = default!;

    private static IvrMenu Of(SavedObject row) => (IvrMenu)row.Object;

    private Task<Result<Page<SavedObject>>> LoadAsync(ListQuery query) => Task.FromResult(Directory.List(Session.Actor, Session.PbxId, ObjectKind.IvrMenus, query));
}

using Microsoft.AspNetCore.Components;
using Opbx.Core.Configuration;
using Opbx.Core.Document;
using Opbx.Core.Document.OutboundRules;
using Opbx.Core.Shared;
using Opbx.Portal.Components;

namespace Opbx.Portal.Features.OutboundRules;

/// <summary>The list of outbound rules, and a box to try a number.</summary>
public sealed partial class OutboundRulesPage
{
    [CascadingParameter]
    private PortalSession Session { get; set; } = default!;

    [Inject]
    private ConfigurationDirectory Directory { get; set; } = default!;

    private static OutboundRule Of(SavedObject row) => (OutboundRule)row.Object;

    private Task<Result<Page<SavedObject>>> LoadAsync(ListQuery query) =>
        Task.FromResult(Directory.List(Session.Actor, Session.PbxId, ObjectKind.OutboundRules, query));
}

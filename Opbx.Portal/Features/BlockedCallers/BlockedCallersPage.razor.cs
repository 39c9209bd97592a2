using Microsoft.AspNetCore.Components;
using Opbx.Core.Calls.Screening;
using Opbx.Core.Configuration;
using Opbx.Core.Document;
using Opbx.Core.Document.BlockedCallers;
using Opbx.Core.Shared;
using Opbx.Portal.Components;
using Opbx.Portal.Components.Ui;

namespace Opbx.Portal.Features.BlockedCallers;

/// <summary>The list of blocked callers.</summary>
public sealed partial class BlockedCallersPage
{
    private IReadOnlyDictionary<string, HitCount> _hits = new Dictionary<string, HitCount>(StringComparer.Ordinal);

    [CascadingParameter]
    private PortalSession Session { get; set; } = default!;

    [Inject]
    private ConfigurationDirectory Directory { get; set; } = default!;

    [Inject]
    private ScreeningDirectory Screening { get; set; } = default!;

    private static BlockedCaller Of(SavedObject row) => (BlockedCaller)row.Object;

    private Task<Result<Page<SavedObject>>> LoadAsync(ListQuery query)
    {
        _hits = Screening.Hits(Session.Actor, Session.PbxId).Value ?? _hits;
        var typed = query.Search is { } search && search.Any(char.IsDigit) ? NumberText.Plain(search) : query.Search;
        return Task.FromResult(Directory.List(Session.Actor, Session.PbxId, ObjectKind.BlockedCallers, query with { Search = typed }));
    }
}

using Opbx.Core.Cloudonix.Sync;
using Opbx.Portal.Components;
using Opbx.Portal.Components.Ui;

namespace Opbx.Portal.Features.Cloudonix;

/// <summary>Compares extensions with their accounts at Cloudonix, when the panel opens and after each synchronization.</summary>
public sealed partial class PhonesPanel
{
    private DataTable<SyncItem>? _table;
    private SyncReport? _report;
    private Failure? _failure;
    private string? _message;
    private bool _busy;

    [CascadingParameter] private PortalSession Session { get; set; } = default!;
    [Inject] private SubscriberReconciler Reconciler { get; set; } = default!;

    private static Tone ToneOf(SyncItemState state) => state switch {
        SyncItemState.Synced => Tone.Good,
        SyncItemState.Missing or SyncItemState.Different or SyncItemState.Obsolete => Tone.Warning,
        SyncItemState.Failed => Tone.Bad,
    };

    private static string WordOf(SyncItemState state) => state switch {
        SyncItemState.Synced => "Ready",
        SyncItemState.Missing => "Missing",
        SyncItemState.Different => "Differs",
        SyncItemState.Obsolete => "Obsolete",
        SyncItemState.Failed => "Failed",
    };

    private async Task<Result<Page<SyncItem>>> LoadAsync(ListQuery query)
    {
        if (_report is null)
        {
            var compared = await Reconciler.CompareAsync(Session.Actor, Session.PbxId, CancellationToken.None);
            if (!compared.Ok) return compared.Failure;
            _report = compared.Value;
        }

        var found = _report.Items
            .Where(i => query.Search is not { } text || i.Extension.Contains(text, StringComparison.OrdinalIgnoreCase)
            || i.Name?.Contains(text, StringComparison.OrdinalIgnoreCase) == true)
            .OrderBy(i => i.State == SyncItemState.Synced)
            .ThenBy(i => i.Extension, StringComparer.Ordinal)
            .ToList();
        return new Page<SyncItem>([.. found.Skip(query.Skip).Take(query.Take)], found.Count);
    }

    private async Task SynchronizeAsync()
    {
        if (_busy) return;
        (_busy, _failure, _message) = (true, null, "Comparing every phone with Cloudonix.");
        try
        {
            var repaired = await Reconciler.RepairAsync(Session.Actor, Session.PbxId, CancellationToken.None);
            (_failure, _message) = (repaired.Failure, repaired.Ok ? Sentence(repaired.Value) : null);
            _report = repaired is { Ok: true, Value.Running: false } ? repaired.Value : null;
            if (_table is not null) await _table.RefreshAsync();
        }
        finally
        {
            _busy = false;
        }
    }

    private static string Sentence(SyncReport report) => report switch {
        { Running: true } => "This takes longer and goes on in the background.",
        { Written: 0, Failed: 0 } => "Everything agreed already.",
        { Failed: 0 } => $"{report.Written} changed.",
        _ => $"{report.Written} changed, {report.Failed} could not be changed.",
    };
}

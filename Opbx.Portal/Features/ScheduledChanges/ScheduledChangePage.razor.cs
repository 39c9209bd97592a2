using Opbx.Core.Configuration.ScheduledChanges;
using Opbx.Portal.Components;
using Opbx.Portal.Components.Ui;
using Opbx.Portal.Features.History;
using Opbx.Portal.Navigation;

namespace Opbx.Portal.Features.ScheduledChanges;

public sealed partial class ScheduledChangePage
{
    private static readonly Crumb List = new("Scheduled changes", Paths.ScheduledChanges);
    private ScheduledChange? _change;
    private Failure? _failure;
    private bool _busy;

    [Parameter] public Guid Id { get; set; }
    [CascadingParameter] private PortalSession Session { get; set; } = default!;
    [Inject] private ScheduledChangeDirectory Directory { get; set; } = default!;
    [Inject] private ScheduledChangeEditor Editor { get; set; } = default!;
    [Inject] private Confirm Confirm { get; set; } = default!;
    [Inject] private Toasts Toasts { get; set; } = default!;

    protected override async Task OnParametersSetAsync()
    {
        var found = await Directory.GetAsync(Session.Actor, Session.PbxId, Id, CancellationToken.None);
        (_change, _failure) = (found.Value, found.Failure);
    }

    private static string? PathOf(PlannedObject planned) =>
        planned.After is null ? null : ObjectPaths.Find(ObjectKind.All.FirstOrDefault(k => k.Name == planned.Kind), planned.Key);

    private static string NameOf(PlannedObject planned) => planned.Kind == DocumentDiff.SettingsKind ? "Settings"
        : $"{char.ToUpperInvariant(HistoryText.Noun(planned.Kind)[0])}{HistoryText.Noun(planned.Kind)[1..]} {planned.Key}";

    private static string ProblemOf(ScheduledChange change) => change switch {
        { State: not ScheduledChangeState.Failed } => "Not everything went back",
        { Applied: null } => "Nothing was changed",
        _ => "It did not end: what it changed is still in force",
    };

    private string SimulatorThen(ScheduledChange change) =>
        $"{Paths.Simulator}?at="
            + TimeZoneInfo.ConvertTime(change.StartsAt, Session.Zone).ToString("yyyy-MM-dd'T'HH:mm", CultureInfo.InvariantCulture);

    private async Task EndAsync()
    {
        if (_change is not { } change) return;
        var active = change.State == ScheduledChangeState.Active;
        var question = active
            ? new ConfirmQuestion($"End \"{change.Title}\" now?",
                "The values from before come back at once. What somebody changed meanwhile stays.", "End it now")
            : new ConfirmQuestion($"Take \"{change.Title}\" back?", "It will not happen.", "Take it back");
        if (!await Confirm.AskAsync(question)) return;
        _busy = true;
        var ended = await Editor.EndAsync(Session.Actor, Session.PbxId, Id, CancellationToken.None);
        _busy = false;
        if (ended.Ok) Toasts.Done(active ? "The change has ended." : "The change was taken back.");
        else Toasts.Failed(ended.Failure.Message);
        await OnParametersSetAsync();
    }
}

using Opbx.Core.Audit;
using Opbx.Core.Configuration.History;
using Opbx.Portal.Components;
using Opbx.Portal.Components.Ui;
using Opbx.Portal.Navigation;

namespace Opbx.Portal.Features.History;

/// <summary>What one save changed, and undoing it after a preview.</summary>
public sealed partial class ChangePage
{
    private const int MostShown = 20;

    private IReadOnlyList<HistoryEntry>? _save;
    private Failure? _failure;
    private bool _busy;

    [Parameter] public Guid Id { get; set; }
    [CascadingParameter] private PortalSession Session { get; set; } = default!;
    [Inject] private HistoryDirectory Directory { get; set; } = default!;
    [Inject] private UndoEditor Editor { get; set; } = default!;
    [Inject] private Confirm Confirm { get; set; } = default!;
    [Inject] private Toasts Toasts { get; set; } = default!;
    [Inject] private NavigationManager Navigation { get; set; } = default!;

    private bool CanUndo => Session.May(Permission.EditConfiguration)
        && _save!.Any(e => e.Action is ChangeAction.Created or ChangeAction.Updated or ChangeAction.Deleted
        && (e.Kind == DocumentDiff.SettingsKind || ObjectKind.All.Any(k => k.Name == e.Kind)));

    protected override async Task OnParametersSetAsync()
    {
        var found = await Directory.SaveAsync(Session.Actor, Id, CancellationToken.None);
        (_save, _failure) = (found.Ok ? found.Value : null, found.Failure);
    }

    private static string? PathOf(HistoryEntry entry) =>
        entry.Action == ChangeAction.Deleted ? null
            : ObjectPaths.Find(ObjectKind.All.FirstOrDefault(k => k.Name == entry.Kind && entry.PbxId is not null), entry.Key);

    private Task UndoAsync() => BusyAsync(async () =>
    {
        var preview = await Editor.UndoAsync(Session.Actor, Id, evenIfChanged: false, tryOnly: true, CancellationToken.None);
        var overruled = preview.Failure is { Kind: FailureKind.Conflict, Places: not null } conflict && await AskAnywayAsync(conflict);
        if (!preview.Ok && !overruled) Toasts.Failed(preview.Failure.Message);
        else if (overruled || await AskAsync("Undo this change?", preview.Value!))
            Say(await Editor.UndoAsync(Session.Actor, Id, overruled, tryOnly: false, CancellationToken.None), "The change was taken back.");
    });

    private Task RestoreAsync() => BusyAsync(async () =>
    {
        var preview = await Editor.RestoreAsync(Session.Actor, Id, tryOnly: true, CancellationToken.None);
        if (!preview.Ok) Toasts.Failed(preview.Failure.Message);
        else if (await AskAsync("Restore everything to before this change?", preview.Value))
            Say(await Editor.RestoreAsync(Session.Actor, Id, tryOnly: false, CancellationToken.None),
                "Everything is as it was before this change.");
    });

    private Task<bool> AskAnywayAsync(Failure conflict) => Confirm.AskAsync(new ConfirmQuestion(
        "Overwrite later changes?", "This was changed again since then. Undoing it now overwrites those later values.", "Undo anyway",
            Places: conflict.Places));

    private async Task<bool> AskAsync(string title, ImportOutcome preview)
    {
        if (preview.Changes.Count == 0)
        {
            Toasts.Done("Nothing to take back: everything is like that already.");
            return false;
        }
        var lines = preview.Changes.Take(MostShown).Select(c => ChangedMember.From(c).ToString()).ToList();
        if (preview.Changes.Count > MostShown) lines.Add($"and {preview.Changes.Count - MostShown} more");
        return await Confirm.AskAsync(
            new ConfirmQuestion(title, "This is what changes for calls from now on:", "Take back", Places: lines, Danger: false));
    }

    private void Say(Result<ImportOutcome> outcome, string done)
    {
        if (!outcome.Ok)
        {
            Toasts.Failed(outcome.Failure.Message);
            return;
        }
        Toasts.Done(done);
        Navigation.NavigateTo(Paths.History);
    }

    private async Task BusyAsync(Func<Task> work)
    {
        _busy = true;
        await work();
        _busy = false;
    }
}

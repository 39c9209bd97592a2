using Opbx.Core.Configuration.ScheduledChanges;
using Opbx.Core.Document.References;
using Opbx.Portal.Navigation;

namespace Opbx.Portal.Components.Ui;

/// <summary>What the pages of all configured objects share after saving and around deleting.</summary>
public sealed class ObjectPages(ConfigurationEditor editor, ScheduledChangeEditor schedule, Confirm confirm, Toasts toasts,
    NavigationManager navigation, TimeProvider clock)
{
    /// <summary>Shows a message, and navigates to the object's own page unless it is open already.</summary>
    public void Saved(string sentence, string path, bool stay)
    {
        toasts.Done(sentence);
        if (!stay) navigation.NavigateTo(path, replace: true);
    }

    /// <summary>Deletes after asking. For an object used elsewhere it shows where, and offers a replacement.</summary>
    /// <param name="back">Where to go afterwards.</param>
    /// <param name="forget">Discards unsaved changes of the page, so that it can be left.</param>
    public async Task<Failure?> DeleteAsync(PortalSession session, ObjectKind kind, SavedObject saved, ConfirmQuestion question,
        string back, Action forget)
    {
        var document = session.Snapshot.Document;
        var places = ObjectUsages.Find(document, kind, saved.Object.Key);
        var by = places.Count == 0 ? null : await confirm.ReplaceAsync(Question(document, kind, saved.Object.Key, question, places));
        if (by is null && (places.Count > 0 || !await confirm.AskAsync(question))) return null;
        var result = by is null
            ? await editor.DeleteAsync(session.Actor, session.PbxId, kind, saved.Object.Key, saved.Info.Version, CancellationToken.None)
            : await editor.ReplaceByAsync(session.Actor, session.PbxId, kind, saved.Object.Key, by, saved.Info.Version,
                CancellationToken.None);
        if (!result.Ok) return result.Failure.Kind == FailureKind.Conflict ? StillUsed(session, kind, saved.Object.Key) : result.Failure;
        forget();
        toasts.Done($"{ObjectUsages.NameOf(saved.Object, document)} was deleted."
            + (by is null ? "" : $" {ObjectUsages.NameOf(document.Find(kind, by)!, document)} took its place."));
        navigation.NavigateTo(back);
        return null;
    }

    /// <summary>Asks when to save a changed object and schedules it; then shows the scheduled changes.</summary>
    /// <param name="forget">Discards unsaved changes of the page, so that it can be left.</param>
    public async Task<Failure?> SaveLaterAsync(PortalSession session, ObjectKind kind, ConfiguredObject stored, ConfiguredObject wanted,
        Action forget)
    {
        if (stored.Key != wanted.Key)
            return new Failure(FailureKind.Conflict, "Numbers and names are changed at once only. Save them first, and the rest later.");
        var name = ObjectUsages.NameOf(stored, session.Snapshot.Document);
        var tomorrow = TimeZoneInfo.ConvertTime(clock.GetUtcNow(), session.Zone).Date.AddDays(1);
        var question =
            new ScheduleQuestion($"Change of {name}", $"Your changes of {name} are made by themselves at a time you choose.",
                new DateTimeOffset(tomorrow, session.Zone.GetUtcOffset(tomorrow)), session.Zone,
            async input =>
                (await schedule.PlanAsync(session.Actor, session.PbxId, input, present => With(present, kind, wanted),
                    CancellationToken.None)).Failure);
        if (!await confirm.ScheduleAsync(question)) return null;
        // Leaves the dialog's click, during which nothing renders: the form must learn that it has no changes any more.
        await Task.Yield();
        forget();
        toasts.Done("The change is scheduled.");
        navigation.NavigateTo(Paths.ScheduledChanges);
        return null;
    }

    private static Result<PbxDocument> With(PbxSnapshot present, ObjectKind kind, ConfiguredObject wanted) =>
        present.Document.Find(kind, wanted.Key) is null
        ? Failure.NotFound($"The {kind.Noun} \"{wanted.Key}\"")
        : kind.Write(present.Document, kind.Read(present.Document).Select(o => o.Key == wanted.Key ? wanted : o));

    private static ReplaceQuestion Question(PbxDocument document, ObjectKind kind, string key, ConfirmQuestion question,
        IReadOnlyList<ObjectUsage> places) =>
        new(question.Title, kind.Noun, places,
            [.. Replacement.Candidates(document, kind, key).Select(o => new Choice<string>(o.Key, ObjectUsages.NameOf(o, document)))]);

    private static Failure StillUsed(PortalSession session, ObjectKind kind, string key) =>
        new(FailureKind.Conflict, $"This {kind.Noun} is used by now. Delete it again to see where.",
            Places: [.. ObjectUsages.Find(session.Snapshot.Document, kind, key).Select(p => p.Text)]);
}

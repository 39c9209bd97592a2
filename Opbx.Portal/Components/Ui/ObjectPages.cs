using Microsoft.AspNetCore.Components;
using Opbx.Core.Configuration;
using Opbx.Core.Shared;
using Opbx.Portal.Components.Layout;

namespace Opbx.Portal.Components.Ui;

/// <summary>What the pages of all configured objects do alike after saving and around deleting.</summary>
public sealed class ObjectPages(ConfigurationEditor editor, Confirm confirm, Toasts toasts, NavigationManager navigation)
{
    /// <summary>Says that it was saved, and goes to the object's own page unless it is open already.</summary>
    public void Saved(string sentence, string path, bool stay)
    {
        toasts.Done(sentence);
        if (!stay) navigation.NavigateTo(path, replace: true);
    }

    /// <summary>Deletes after asking. Of an object that is used elsewhere the places are shown, and another one can take its place there.</summary>
    /// <param name="session">Who deletes, and where.</param>
    /// <param name="kind">The object's kind.</param>
    /// <param name="saved">The object.</param>
    /// <param name="question">What is asked before.</param>
    /// <param name="back">Where to go afterwards.</param>
    /// <param name="forget">Drops unsaved changes of the page, so that it can be left.</param>
    public async Task<Failure?> DeleteAsync(PortalSession session, ObjectKind kind, SavedObject saved, ConfirmQuestion question, string back, Action forget)
    {
        var document = session.Snapshot.Document;
        var places = ObjectPlaces.Of(document, kind, saved.Object.Key);
        var by = places.Count == 0 ? null : await confirm.ReplaceAsync(Question(document, kind, saved.Object.Key, question, places));
        if (by is null && (places.Count > 0 || !await confirm.AskAsync(question))) return null;
        var result = by is null
            ? await editor.DeleteAsync(session.Actor, session.PbxId, kind, saved.Object.Key, saved.Info.Version, CancellationToken.None)
            : await editor.ReplaceByAsync(session.Actor, session.PbxId, kind, saved.Object.Key, by, saved.Info.Version, CancellationToken.None);
        if (!result.Ok) return result.Failure.Kind == FailureKind.Conflict ? StillUsed(session, kind, saved.Object.Key) : result.Failure;
        forget();
        toasts.Done($"{ObjectPlaces.NameOf(saved.Object, document)} was deleted." + (by is null ? "" : $" {ObjectPlaces.NameOf(document.Find(kind, by)!, document)} took its place."));
        navigation.NavigateTo(back);
        return null;
    }

    private static ReplaceQuestion Question(PbxDocument document, ObjectKind kind, string key, ConfirmQuestion question, IReadOnlyList<ObjectPlace> places) =>
        new(question.Title, kind.Noun, places, [.. Replacement.Candidates(document, kind, key).Select(o => new Choice<string>(o.Key, ObjectPlaces.NameOf(o, document)))]);

    private static Failure StillUsed(PortalSession session, ObjectKind kind, string key) =>
        new(FailureKind.Conflict, $"This {kind.Noun} is used by now. Delete it again to see where.", Places: [.. ObjectPlaces.Of(session.Snapshot.Document, kind, key).Select(p => p.Text)]);
}

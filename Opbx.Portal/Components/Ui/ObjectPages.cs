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

    /// <summary>Deletes after asking. An object that is used elsewhere is not deleted: the places are shown.</summary>
    /// <param name="session">Who deletes, and where.</param>
    /// <param name="kind">The object's kind.</param>
    /// <param name="saved">The object.</param>
    /// <param name="question">What is asked before.</param>
    /// <param name="back">Where to go afterwards.</param>
    /// <param name="forget">Drops unsaved changes of the page, so that it can be left.</param>
    public async Task<Failure?> DeleteAsync(PortalSession session, ObjectKind kind, SavedObject saved, ConfirmQuestion question, string back, Action forget)
    {
        var places = PlacesOf(session, kind, saved.Object.Key);
        if (places.Count > 0) return StillUsed(kind, places);
        if (!await confirm.AskAsync(question)) return null;
        var result = await editor.DeleteAsync(session.Actor, session.PbxId, kind, saved.Object.Key, saved.Info.Version, CancellationToken.None);
        if (!result.Ok) return result.Failure.Kind == FailureKind.Conflict ? StillUsed(kind, PlacesOf(session, kind, saved.Object.Key)) : result.Failure;
        forget();
        toasts.Done($"The {kind.Noun} was deleted.");
        navigation.NavigateTo(back);
        return null;
    }

    private static Failure StillUsed(ObjectKind kind, IReadOnlyList<string> places) =>
        new(FailureKind.Conflict, $"This {kind.Noun} is still used. Take it out of these places first.", Places: places);

    private static List<string> PlacesOf(PortalSession session, ObjectKind kind, string key) =>
        [.. ReferencePlaces.Of(session.Snapshot.Document, kind, key).Select(WithoutPointer).Distinct(StringComparer.Ordinal)];

    private static string WithoutPointer(string place)
    {
        var at = place.LastIndexOf(" (/", StringComparison.Ordinal);
        var words = at < 0 ? place : place[..at];
        return char.ToUpperInvariant(words[0]) + words[1..];
    }
}

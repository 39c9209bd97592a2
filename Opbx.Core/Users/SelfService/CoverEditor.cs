using Opbx.Core.Configuration;
using Opbx.Core.Configuration.ScheduledChanges;
using Opbx.Core.Document.Extensions;
using Opbx.Core.Permissions;

namespace Opbx.Core.Users.SelfService;

/// <summary>Lets someone else take a person's calls for a while: people arrange it for themselves, people who run the PBX for
/// everyone.</summary>
public sealed class CoverEditor(OwnLinks links, ConfigurationStore store, ComingChanges coming, ScheduledChangeEditor changes,
    TimeProvider clock)
{
    /// <summary>Whether the person may have this extension covered.</summary>
    public async Task<bool> MayAsync(Actor actor, Guid pbxId, string number, CancellationToken cancel)
    {
        if (store.Find(pbxId)?.OrganizationId != actor.OrganizationId) return false;
        if (actor.May(Permission.EditConfiguration)) return true;
        return actor.May(Permission.EditOwnExtension) && await links.HoldAsync(actor, pbxId, number, cancel);
    }

    /// <summary>The periods for which an extension is or will be covered, next one first.</summary>
    public async Task<IReadOnlyList<ScheduledChange>> FindAsync(Actor actor, Guid pbxId, string number, CancellationToken cancel) =>
        await MayAsync(actor, pbxId, number, cancel) ? [.. coming.For(pbxId).Where(c => c.CoveredExtension == number)] : [];

    /// <summary>Who could cover for an extension: every other person whose phone is active.</summary>
    public async Task<IReadOnlyList<UserExtension>> CandidatesAsync(Actor actor, Guid pbxId, string number, CancellationToken cancel) =>
        await MayAsync(actor, pbxId, number, cancel)
            ? [.. store.Find(pbxId)!.Document.Extensions.OfType<UserExtension>().Where(e => e.Active && e.Number != number)] : [];

    /// <summary>Schedules it; starts at once unless the start is in the future.</summary>
    public async Task<Result<ScheduledChange>> CoverAsync(Actor actor, Guid pbxId, CoverInput input, CancellationToken cancel)
    {
        if (!await MayAsync(actor, pbxId, input.Number, cancel)) return Failure.Forbidden();
        if (input.Until is null) return Invalid("/until", "Say until when.");
        if (string.IsNullOrEmpty(input.By)) return Invalid("/by", "Choose who takes the calls.");
        var people = store.Find(pbxId)!.Document.Extensions;
        var now = clock.GetUtcNow();
        var title = $"{NameOf(people, input.By)} covers for {NameOf(people, input.Number)}";
        var schedule =
            new ScheduleInput(title[..Math.Min(title.Length, ScheduledChange.LongestTitle)], input.From is { } from && from > now ? from
                : now, input.Until, input.Number);
        return await changes.PlanAllowedAsync(actor, pbxId, schedule,
            present => CoverDraft.Create(present.Document, input.Number, input.By, input.Groups), cancel);
    }

    /// <summary>Cancels it, or ends it at once.</summary>
    public async Task<Result<ScheduledChange>> EndAsync(Actor actor, Guid pbxId, string number, Guid id, CancellationToken cancel)
    {
        if (!await MayAsync(actor, pbxId, number, cancel)) return Failure.Forbidden();
        return coming.For(pbxId).Any(c => c.Id == id && c.CoveredExtension == number)
            ? await changes.EndAllowedAsync(actor, pbxId, id, cancel) : Failure.NotFound("This cover");
    }

    private static string NameOf(IEnumerable<Extension> people, string number) =>
        people.FirstOrDefault(e => e.Number == number)?.Name is { Length: > 0 } name ? name : number;

    private static Failure Invalid(string pointer, string sentence)
    {
        var errors = new FieldErrors();
        errors.Add(pointer, sentence);
        return Failure.Invalid(errors);
    }
}

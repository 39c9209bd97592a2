using Opbx.Core.Cloudonix.Api;

namespace Opbx.Core.Cloudonix.Sync;

/// <summary>How extensions and subscribers compare, or what a repair did.</summary>
/// <param name="Items">One for each extension that has or needs a subscriber, and each subscriber that must go.</param>
/// <param name="Written">Number of subscribers written by this repair.</param>
/// <param name="Failed">Number that could not be written.</param>
/// <param name="Foreign">Number of subscribers of the domain that are not ours; they are left alone.</param>
/// <param name="Running">Whether the rest is being written in the background.</param>
public sealed record SyncReport(IReadOnlyList<SyncItem> Items, int Written, int Failed, int Foreign, bool Running = false)
{
    public bool InSync => !Running && Items.All(i => i.State == SyncItemState.Synced);

    internal static SyncReport From(SyncPlan plan) => From(plan, new Dictionary<SyncStep, CloudonixError>(), 0);

    /// <param name="written">Number of steps that wrote.</param>
    internal static SyncReport From(SyncPlan plan, IReadOnlyDictionary<SyncStep, CloudonixError> errors, int written)
    {
        var repaired = written > 0 || errors.Count > 0;
        var items = plan.Steps.Where(s => s is not DeleteStep { RemoteId: null }).Select(step =>
        {
            var error = errors.GetValueOrDefault(step);
            var row = plan.Rows.GetValueOrDefault(step.ObjectId);
            var (state, detail) = SyncItem.Describe(step);
            if (repaired) (state, detail) = error is null ? (SyncItemState.Synced, null) : (SyncItemState.Failed, detail);
            var sentence = error?.Sentence ?? (repaired ? null : row?.Error);
            return new SyncItem(step.Number, plan.Names.GetValueOrDefault(step.ObjectId), state, detail, sentence, row?.SyncedAt);
        });
        return new SyncReport([.. items], written, errors.Count, plan.Foreign);
    }
}

/// <summary>How one extension and its subscriber compare.</summary>
/// <param name="Name">Owner of the extension; null when it is gone.</param>
/// <param name="Detail">What differs, as text; null when nothing does.</param>
/// <param name="Error">Why it could not be written.</param>
/// <param name="SyncedAt">Since when they agree.</param>
public sealed record SyncItem(string Extension, string? Name, SyncItemState State, string? Detail, string? Error, DateTimeOffset? SyncedAt)
{
    internal static (SyncItemState State, string? Detail) Describe(SyncStep step) => step switch {
        CreateStep => (SyncItemState.Missing, "has no subscriber at Cloudonix"),
        KeepStep { Update.IsEmpty: true } => (SyncItemState.Synced, null),
        KeepStep keep => (SyncItemState.Different, string.Join(", ", Differences(keep.Update))),
        DeleteStep { RemoteId: null } => (SyncItemState.Synced, null),
        _ => (SyncItemState.Obsolete, "the extension is gone"),
    };

    private static IEnumerable<string> Differences(SubscriberUpdate update)
    {
        if (update.Msisdn is not null) yield return "has another number";
        if (update.SipPassword is not null) yield return "has another password";
        if (update.Active is { } active) yield return active ? "is switched off" : "is still switched on";
    }
}

public enum SyncItemState
{
    Synced,
    Missing,
    Different,
    /// <summary>The extension is gone, but not the subscriber.</summary>
    Obsolete,
    Failed,
}

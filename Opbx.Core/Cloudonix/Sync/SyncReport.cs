using Opbx.Core.Cloudonix.Api;

namespace Opbx.Core.Cloudonix.Sync;

/// <summary>How extensions and subscribers compare, or what a repair did.</summary>
/// <param name="Items">One for each extension that has or needs a subscriber, and for each subscriber that must go.</param>
/// <param name="Written">How many were written by this repair.</param>
/// <param name="Failed">How many could not be written.</param>
/// <param name="Foreign">How many subscribers of the domain are not ours; they are left alone.</param>
/// <param name="Running">Whether the rest is being written in the background.</param>
public sealed record SyncReport(IReadOnlyList<SyncItem> Items, int Written, int Failed, int Foreign, bool Running = false)
{
    /// <summary>Whether everything agrees.</summary>
    public bool InSync => !Running && Items.All(i => i.State == SyncItemState.Synced);
}

/// <summary>How one extension and its subscriber compare.</summary>
/// <param name="Extension">The number.</param>
/// <param name="Name">Whose extension it is; null when it is gone.</param>
/// <param name="State">How they compare.</param>
/// <param name="Detail">What differs, in words; null when nothing does.</param>
/// <param name="Error">Why it could not be written.</param>
/// <param name="SyncedAt">Since when they agree.</param>
public sealed record SyncItem(string Extension, string? Name, SyncItemState State, string? Detail, string? Error, DateTimeOffset? SyncedAt);

/// <summary>How one extension and its subscriber compare.</summary>
public enum SyncItemState
{
    /// <summary>They agree.</summary>
    Synced,

    /// <summary>The subscriber is missing.</summary>
    Missing,

    /// <summary>The subscriber differs.</summary>
    Different,

    /// <summary>The extension is gone, the subscriber still there.</summary>
    Obsolete,

    /// <summary>A write was refused.</summary>
    Failed,
}

/// <summary>Words for steps.</summary>
internal static class SyncWords
{
    public static (SyncItemState State, string? Detail) Describe(SyncStep step) => step switch
    {
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

using Opbx.Core.Cloudonix.Api;

namespace Opbx.Core.Cloudonix.Sync;

/// <summary>What is wanted, what is there and what follows from it, at one moment.</summary>
internal sealed record SyncPicture(
    Pairing Pairing, ICloudonixApi Api, Dictionary<Guid, Subscriber> Rows, IReadOnlyDictionary<Guid, string> Names, IReadOnlyList<SyncStep> Steps, int Foreign)
{
    /// <summary>The report, with the errors of those steps that failed and the number of those that succeeded.</summary>
    public SyncReport Report(IReadOnlyDictionary<SyncStep, CloudonixError> errors, int written) =>
        new([.. Steps.Where(s => s is not DeleteStep { RemoteId: null }).Select(s => Item(s, errors.GetValueOrDefault(s), written > 0 || errors.Count > 0))], written, errors.Count, Foreign);

    private SyncItem Item(SyncStep step, CloudonixError? error, bool executed)
    {
        var (state, detail) = SyncWords.Describe(step);
        if (executed) (state, detail) = error is null ? (SyncItemState.Synced, null) : (SyncItemState.Failed, detail);
        return new SyncItem(step.Number, Names.GetValueOrDefault(step.ObjectId), state, detail, error?.Sentence ?? (executed ? null : Rows.GetValueOrDefault(step.ObjectId)?.Error), Rows.GetValueOrDefault(step.ObjectId)?.SyncedAt);
    }
}

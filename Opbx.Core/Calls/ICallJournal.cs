namespace Opbx.Core.Calls;

/// <summary>Keeps what the voice endpoints did. A call never fails because of it.</summary>
public interface ICallJournal
{
    /// <summary>Queues the record for the next group commit. Completes when it is durable, or after 250 ms, whatever comes first; never
    /// throws.</summary>
    ValueTask RecordAsync(StageRecord record);
}

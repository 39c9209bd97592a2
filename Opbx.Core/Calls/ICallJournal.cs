namespace Opbx.Core.Calls;

/// <summary>Records what the voice endpoints did. A call never fails because of it.</summary>
public interface ICallJournal
{
    /// <summary>Queues the record for the next group commit. Completes when durable, at most after 250 ms; never throws.</summary>
    ValueTask RecordAsync(StageRecord record);
}

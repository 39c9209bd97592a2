using Opbx.Core.Calls.Ingest;

namespace Opbx.Core.Calls;

/// <summary>Records answered requests through the same queue as the platform's messages, so that those of one call stay in order.</summary>
internal sealed class CallJournal(CallInbox inbox, TimeProvider time, ILogger<CallJournal> log) : ICallJournal
{
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(250);

    public async ValueTask RecordAsync(StageRecord record)
    {
        try
        {
            if (!await inbox.RecordAsync(record).WaitAsync(Patience, time)) CallLog.StageNotKept(log, record.Token, record.Number);
        }
        catch (TimeoutException)
        {
            CallLog.StageIsLate(log, record.Token, record.Number);
        }
        catch (Exception e)
        {
            CallLog.JournalFailed(log, record.Token, e);
        }
    }
}

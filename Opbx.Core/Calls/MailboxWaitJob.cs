using Microsoft.EntityFrameworkCore;
using Opbx.Core.Calls.Ingest;
using Opbx.Core.Persistence;
using Quartz;

namespace Opbx.Core.Calls;

/// <summary>Stops waiting for messages of callers who hung up in a mailbox: if not reported in time, none was left.</summary>
[DisallowConcurrentExecution]
public sealed class MailboxWaitJob(Database database, CallInbox inbox, TimeProvider time) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default) =>
        await RunAsync(cancellationToken);

    /// <summary>Settles every call that is due.</summary>
    public async Task RunAsync(CancellationToken cancel)
    {
        var now = time.GetUtcNow();
        await using var db = database.OpenUnrestricted();
        var due = await db.Calls.AsNoTracking().Where(c => c.SettlesAt <= now).OrderBy(c => c.SettlesAt)
            .Select(c => new { c.PbxId, c.OrganizationId, c.Token }).Take(500).ToListAsync(cancel);
        await Task.WhenAll(due.Select(c => inbox.SettleAsync(c.PbxId, c.OrganizationId, c.Token)));
    }
}

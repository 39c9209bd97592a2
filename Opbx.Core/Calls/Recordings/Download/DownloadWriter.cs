using Opbx.Core.Calls.Projection;
using Opbx.Core.Integrations.Outbox;
using Opbx.Core.Persistence;

namespace Opbx.Core.Calls.Recordings.Download;

/// <summary>Stores the results of downloads.</summary>
internal sealed class DownloadWriter(GroupCommitWriter writer, SurroundingsSource surroundings, IOutbox outbox, MailboxIndex mailboxes,
    TimeProvider time)
{
    /// <summary>True once it is durable.</summary>
    public Task<bool> StoreAsync(Guid id, Fetched fetched) =>
        writer.WriteAsync(new DownloadResult(id, fetched, time.GetUtcNow(), surroundings.For, outbox, mailboxes));
}

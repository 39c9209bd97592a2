using Opbx.Core.Persistence;

namespace Opbx.Core.Retention;

/// <summary>Removes many rows in small batches with pauses between them, so that calls never wait for it.</summary>
public sealed class Removal(GroupCommitWriter writer, TimeProvider time)
{
    public const int Batch = 100;

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(20);

    /// <summary>Runs the batch until it removes nothing more; answers how many rows that were, or null when the store is away or the portal
    /// stops.</summary>
    /// <param name="batch">Removes at most a batch and answers how many rows that was.</param>
    /// <param name="cancel">Ends it between two batches.</param>
    public async Task<long?> AllAsync(Func<OpbxDbContext, CancellationToken, Task<int>> batch, CancellationToken cancel)
    {
        for (long total = 0; ;)
        {
            var write = new PruneWrite(batch);
            if (!await writer.WriteAsync(write)) return null;
            total += write.Removed;
            if (write.Removed == 0) return total;
            await writer.WriteAsync(new PruneWrite(Batches.SpaceAsync));
            await Task.Delay(Pause, time, cancel);
        }
    }
}

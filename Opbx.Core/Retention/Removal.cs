using Opbx.Core.Persistence;

namespace Opbx.Core.Retention;

/// <summary>Deletes many rows in small batches with pauses between them, so that calls never wait for it.</summary>
public sealed class Removal(GroupCommitWriter writer, TimeProvider time)
{
    public const int Batch = 100;

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(20);

    /// <summary>Repeats the batch until nothing is left; returns the total, or null if the store is down or the portal stops.</summary>
    /// <param name="batch">Deletes at most one batch and returns the number of rows.</param>
    /// <param name="cancel">Checked between batches.</param>
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

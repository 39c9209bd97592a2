using Microsoft.Extensions.Options;
using Opbx.Core.Persistence;

namespace Opbx.Core.Retention;

/// <summary>Deletes data whose retention period is over, in small batches with pauses between them.</summary>
public sealed class Pruning(Removal removal, IOptions<RetentionOptions> options, TimeProvider time, ILogger<Pruning> log)
{
    public async Task RunAsync(CancellationToken cancel)
    {
        var keep = options.Value;
        var removed = new PrunedRows(
            await AllAsync(keep.CallDays, Batches.CallsAsync, cancel)
                + (await removal.AllAsync(Batches.CallsOfDeletedPbxsAsync, cancel) ?? 0),
            await AllAsync(keep.EventDays, Batches.MessagesAsync, cancel),
            await AllAsync(keep.RawBodyDays, Batches.BodiesAsync, cancel),
            await AllAsync(keep.DeliveryDays, Batches.DeliveriesAsync, cancel),
            await AllAsync(keep.EventDays, Batches.EventsAsync, cancel));
        if (removed == new PrunedRows(0, 0, 0, 0, 0)) return;
        RetentionLog.Pruned(log, removed.Calls, removed.Messages, removed.Bodies, removed.Deliveries, removed.Events);
    }

    private async Task<long> AllAsync(int days, Func<OpbxDbContext, DateTimeOffset, CancellationToken, Task<int>> batch,
        CancellationToken cancel)
    {
        if (days == 0) return 0;
        var before = time.GetUtcNow().AddDays(-days);
        // Null when the store is unavailable or the portal is stopping: the next run continues.
        return await removal.AllAsync((db, stop) => batch(db, before, stop), cancel) ?? 0;
    }

    private sealed record PrunedRows(long Calls, long Messages, long Bodies, long Deliveries, long Events);
}

internal static partial class RetentionLog
{
    [LoggerMessage(Level = LogLevel.Information, Message =
        "Kept long enough: {Calls} calls, {Messages} messages of the platform, {Bodies} bodies of others, {Deliveries} deliveries and " +
            "{Events} events were removed")]
    public static partial void Pruned(ILogger log, long calls, long messages, long bodies, long deliveries, long events);
}

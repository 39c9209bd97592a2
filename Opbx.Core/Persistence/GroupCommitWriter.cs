using System.Threading.Channels;
using Microsoft.Extensions.Hosting;

namespace Opbx.Core.Persistence;

/// <summary>Writes everything that arrives at a high rate: all waiting items go into one transaction; callers continue after the commit.
/// A failed batch is retried item by item, so that one bad item affects no other; a locked database delays and loses nothing.</summary>
public sealed class GroupCommitWriter(Database database, WriterMetrics metrics, TimeProvider time, ILogger<GroupCommitWriter> log)
    : BackgroundService
{
    /// <summary>How many items can wait; more are refused immediately.</summary>
    public const int Capacity = 10_000;
    /// <summary>Maximum number of items in one transaction.</summary>
    public const int BatchSize = 256;

    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(1);
    private readonly Channel<Pending> _queue = Channel.CreateBounded<Pending>(new BoundedChannelOptions(Capacity) { SingleReader = true });
    private readonly CancellationTokenSource _patience = new();
    private bool _disposed;

    public int Waiting => _queue.Reader.Count;

    /// <summary>True once the item is durable; false when the queue is full, the portal stops, or the store refuses the item.</summary>
    public Task<bool> WriteAsync(IWriteItem item)
    {
        var pending = new Pending(item, time.GetTimestamp());
        return _queue.Writer.TryWrite(pending) ? pending.Done.Task : Task.FromResult(false);
    }

    /// <summary>Accepts no more items, writes waiting ones, and retries until <paramref name="cancellationToken"/>.</summary>
    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        _queue.Writer.TryComplete();
        await using var limit = cancellationToken.UnsafeRegister(source => ((CancellationTokenSource)source!).Cancel(), _patience);
        if (ExecuteTask is { } running) await running;
        await base.StopAsync(cancellationToken);
    }

    public override void Dispose()
    {
        // Registered both as itself and as a hosted service, so the container disposes it twice.
        if (_disposed) return;
        _disposed = true;
        _queue.Writer.TryComplete();
        _patience.Cancel();
        _patience.Dispose();
        base.Dispose();
    }

    /// <summary>Ignores <paramref name="stoppingToken"/>: accepted items are written before the process ends.</summary>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var batch = new List<Pending>(BatchSize);
        while (await _queue.Reader.WaitToReadAsync(CancellationToken.None))
        {
            batch.Clear();
            while (batch.Count < BatchSize && _queue.Reader.TryRead(out var next)) batch.Add(next);
            if (await TryWriteAsync(batch)) continue;
            foreach (var one in batch)
                if (batch.Count == 1 || !await TryWriteAsync([one])) one.Done.TrySetResult(false);
        }
    }

    private async Task<bool> TryWriteAsync(IReadOnlyList<Pending> batch)
    {
        for (var pause = TimeSpan.FromMilliseconds(20); ; pause = pause * 2 < LongestPause ? pause * 2 : LongestPause)
        {
            try
            {
                await CommitAsync(batch);
                break;
            }
            catch (Exception e) when (StoreFaults.PassesByItself(e) && !_patience.IsCancellationRequested)
            {
                WriterLog.StoreIsBusy(log, batch.Count);
                await Task.Delay(pause, time, CancellationToken.None);
            }
            catch (Exception e)
            {
                WriterLog.BatchFailed(log, batch.Count, e);
                return false;
            }
        }
        foreach (var one in batch) Complete(one);
        return true;
    }

    private async Task CommitAsync(IReadOnlyList<Pending> batch)
    {
        await using var db = database.OpenUnrestricted();
        await using var transaction = await db.Database.BeginTransactionAsync(CancellationToken.None);
        // Automatic detection would compare every tracked row each time; once, before saving, is enough.
        db.ChangeTracker.AutoDetectChangesEnabled = false;
        foreach (var likes in batch.Select(p => p.Item).GroupBy(i => i.GetType()).Select(g => g.ToList()))
            await likes[0].LoadAsync(db, likes, CancellationToken.None);
        foreach (var one in batch) one.Item.Apply(db);
        db.ChangeTracker.DetectChanges();
        await db.SaveChangesAsync(CancellationToken.None);
        await transaction.CommitAsync(CancellationToken.None);
    }

    private void Complete(Pending one)
    {
        metrics.Committed(time.GetElapsedTime(one.Queued));
        try
        {
            one.Item.Committed();
        }
        catch (Exception e)
        {
            WriterLog.NotTold(log, e);
        }
        one.Done.TrySetResult(true);
    }

    private sealed class Pending(IWriteItem item, long queued)
    {
        public IWriteItem Item => item;
        public long Queued => queued;

        public TaskCompletionSource<bool> Done { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}

using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;
using Opbx.Core.Calls.Ingest;
using Opbx.Core.Calls.Live;
using Opbx.Core.Persistence;
using Opbx.Core.Routing.Trace;

namespace Opbx.Core.Calls.Screening;

/// <summary>Counts calls rejected by patterns, each call once. In memory, kept across restarts.</summary>
public sealed class BlockedHits(Database database, GroupCommitWriter writer) : IHostedService, ICallObserver
{
    private readonly ConcurrentDictionary<Guid, ConcurrentDictionary<string, HitCount>> _byPbx = new();

    /// <summary>By pattern; patterns that never rejected a call are missing.</summary>
    public IReadOnlyDictionary<string, HitCount> For(Guid pbxId) => Counts(pbxId);

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        await using var db = database.OpenUnrestricted();
        await foreach (var row in db.BlockedHits.AsNoTracking().AsAsyncEnumerable().WithCancellation(cancellationToken))
            Counts(row.PbxId)[row.Pattern] = new HitCount(row.Count, row.LastAt);
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    void ICallObserver.CallChanged(CallNews news, LiveCall call)
    {
        if (news.Stage?.Events.OfType<CallerBlocked>().FirstOrDefault() is not { Pattern: var pattern }) return;
        var at = news.Stage.At;
        Counts(call.PbxId)
            .AddOrUpdate(pattern, new HitCount(1, at), (_, known) => new HitCount(known.Count + 1, known.LastAt > at ? known.LastAt : at));
        var id = StableId.Create(call.PbxId.ToString("N"), "blocked", pattern);
        // Not awaited: durable with the next commit, and memory is already updated.
        _ = writer.WriteAsync(
            new RowWrite<BlockedHit>(
                id, () => new BlockedHit { Id = id, OrganizationId = call.OrganizationId, PbxId = call.PbxId, Pattern = pattern }, row =>
                    Count(row, at)));
    }

    private static void Count(BlockedHit row, DateTimeOffset at)
    {
        row.Count++;
        row.LastAt = row.LastAt > at ? row.LastAt : at;
    }

    private ConcurrentDictionary<string, HitCount> Counts(Guid pbxId) =>
        _byPbx.GetOrAdd(pbxId, _ => new ConcurrentDictionary<string, HitCount>(StringComparer.Ordinal));
}

using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;
using Opbx.Core.Configuration;
using Opbx.Core.Persistence;

namespace Opbx.Core.Calls.Live;

/// <summary>At which member a round-robin group starts; in memory, kept across restarts.</summary>
public sealed class GroupPositions(Database database, GroupCommitWriter writer, ConfigurationStore store) : IHostedService
{
    private readonly ConcurrentDictionary<(Guid PbxId, string Group), int> _calls = new();

    /// <summary>The position of the next call, without advancing it.</summary>
    public int Look(Guid pbxId, string group) => _calls.GetValueOrDefault((pbxId, group));

    /// <summary>The position of this call. Advances atomically: simultaneous calls get different positions.</summary>
    public int Next(Guid pbxId, string group)
    {
        var calls = _calls.AddOrUpdate((pbxId, group), 1, (_, before) => before == int.MaxValue ? 1 : before + 1);
        if (store.Find(pbxId) is { } snapshot)
        {
            var id = StableId.Create(pbxId.ToString("N"), "position", group);
            // Not awaited: the queue preserves order, so this is durable before the record of the request that caused it.
            _ = writer.WriteAsync(
                new RowWrite<GroupPosition>(
                    id, () => new GroupPosition { Id = id, OrganizationId = snapshot.OrganizationId, PbxId = pbxId, Group = group }, row =>
                        row.Calls = Look(pbxId, group)));
        }
        return calls - 1;
    }

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        await using var db = database.OpenUnrestricted();
        await foreach (var row in db.GroupPositions.AsNoTracking().AsAsyncEnumerable().WithCancellation(cancellationToken))
            _calls[(row.PbxId, row.Group)] = row.Calls;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}

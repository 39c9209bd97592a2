using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;
using Opbx.Core.Calls.Ingest;
using Opbx.Core.Configuration;
using Opbx.Core.Persistence;
using Opbx.Core.Plans;

namespace Opbx.Core.Calls.Live;

/// <summary>When each extension last answered a call; in memory, derived from the facts of calls, kept across restarts.</summary>
public sealed class LastAnswers(Database database, GroupCommitWriter writer, ConfigurationStore store, DialPlanStore plans)
    : IHostedService, ICallObserver
{
    private readonly ConcurrentDictionary<(Guid PbxId, string Extension), (DateTimeOffset At, string? Token)> _answers = new();

    /// <summary>Null when it never answered.</summary>
    public DateTimeOffset? For(Guid pbxId, string extension) => _answers.TryGetValue((pbxId, extension), out var last) ? last.At : null;

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        await using var db = database.OpenUnrestricted();
        await foreach (var row in db.LastAnswers.AsNoTracking().AsAsyncEnumerable().WithCancellation(cancellationToken))
            _answers[(row.PbxId, row.Extension)] = (row.At, null);
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    void ICallObserver.CallChanged(CallNews news, LiveCall call)
    {
        if (call.AnsweredBy is not { } extension || store.Find(call.PbxId) is not { } snapshot
            || !plans.For(snapshot).Extensions.ContainsKey(extension)) return;
        // The time of arrival: the platform's own answer may be that of an earlier menu. A record that arrives late is about the past.
        var at = call.EndedAt is { } ended && ended < news.At ? ended : news.At;
        var fresh = (At: at, Token: (string?)call.Token);
        var kept = _answers.AddOrUpdate((call.PbxId, extension), fresh, (_, known) => known.Token == call.Token || known.At >= at ? known
            : fresh);
        if (kept != fresh) return;
        var id = StableId.Create(call.PbxId.ToString("N"), "answer", extension);
        // Not awaited: durable with the next commit, and memory is already updated.
        _ = writer.WriteAsync(
            new RowWrite<LastAnswer>(
                id, () => new LastAnswer { Id = id, OrganizationId = call.OrganizationId, PbxId = call.PbxId, Extension = extension },
                row => row.At = row.At > at ? row.At : at));
    }
}

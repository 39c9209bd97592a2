using System.Collections.Concurrent;
using System.Collections.Frozen;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;
using Opbx.Core.Calls.Ingest;
using Opbx.Core.Calls.Projection;
using Opbx.Core.Persistence;

namespace Opbx.Core.Calls.Live;

/// <summary>The calls that go on now, in memory; filled from the store at start, and after each commit.</summary>
public sealed class LiveCallTracker(Database database, TimeProvider time, ILogger<LiveCallTracker> log)
    : IHostedService, ICallObserver, IAsyncDisposable
{
    /// <summary>A call without any message for this long is considered over: its end was lost.</summary>
    public static readonly TimeSpan Forgotten = TimeSpan.FromHours(6);

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(200);
    private readonly ConcurrentDictionary<Guid, ConcurrentDictionary<string, LiveCall>> _byPbx = new();
    private readonly ConcurrentDictionary<Guid, byte> _changed = new();
    private readonly Lock _gate = new();
    private ITimer? _timer;
    private bool _armed;

    /// <summary>Raised with the PBX of changed calls, at most five times a second; handlers must be quick and not throw.</summary>
    public event Action<Guid>? Changed;

    void ICallObserver.CallChanged(CallNews news, LiveCall call) => Show(call);

    /// <summary>The PBX's live calls, the oldest first.</summary>
    public IReadOnlyList<LiveCall> For(Guid pbxId) =>
        [.. Alive(pbxId).OrderBy(c => c.StartedAt).ThenBy(c => c.Token, StringComparer.Ordinal)];

    public LiveCall? Find(Guid pbxId, string token) => Alive(pbxId).FirstOrDefault(c => c.Token == token);

    /// <summary>The call ringing longest at the extension except those <paramref name="except"/> matches; null when none.</summary>
    public LiveCall? RingingAt(Guid pbxId, string extension, Func<LiveCall, bool> except) =>
        Alive(pbxId).Where(c => c.Ringing.Contains($"|{extension}|", StringComparison.Ordinal) && !except(c)).MinBy(c => c.StartedAt);

    /// <summary>Extensions on a call: callers and those who answered.</summary>
    public IReadOnlySet<string> Busy(Guid pbxId)
    {
        if (!_byPbx.TryGetValue(pbxId, out var calls) || calls.IsEmpty) return FrozenSet<string>.Empty;
        var busy = new HashSet<string>(StringComparer.Ordinal);
        foreach (var call in Alive(pbxId))
        {
            if (call.CallerExtension is { } caller) busy.Add(caller);
            if (call is { State: CallState.Connected, AnsweredBy: { } answerer }) busy.Add(answerer);
        }
        return busy;
    }

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        var since = time.GetUtcNow() - Forgotten;
        await using var db = database.OpenUnrestricted();
        var calls = await db.Calls.AsNoTracking().Where(c => c.EndedAt == null && c.LastNewsAt > since).ToListAsync(cancellationToken);
        foreach (var call in calls)
        {
            CallProjector.Recall(call);
            Show(LiveCall.Create(call));
        }
        if (calls.Count > 0) CallLog.Resumed(log, calls.Count);
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    public ValueTask DisposeAsync() => _timer?.DisposeAsync() ?? ValueTask.CompletedTask;

    /// <summary>Updates a call, or removes it when it is over.</summary>
    internal void Show(LiveCall call)
    {
        var calls = _byPbx.GetOrAdd(call.PbxId, _ => new ConcurrentDictionary<string, LiveCall>(StringComparer.Ordinal));
        if (call.State == CallState.Ended)
        {
            if (!calls.TryRemove(call.Token, out _)) return;
        }
        else
        {
            calls[call.Token] = call;
        }
        Announce(call.PbxId);
    }

    private IEnumerable<LiveCall> Alive(Guid pbxId)
    {
        var since = time.GetUtcNow() - Forgotten;
        return _byPbx.TryGetValue(pbxId, out var calls) ? calls.Values.Where(c => c.LastNewsAt > since) : [];
    }

    private void Announce(Guid pbxId)
    {
        _changed[pbxId] = 0;
        lock (_gate)
        {
            if (_armed) return;
            _armed = true;
            _timer ??= time.CreateTimer(_ => RaiseChanged(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
            _timer.Change(Pause, Timeout.InfiniteTimeSpan);
        }
    }

    private void RaiseChanged()
    {
        lock (_gate) _armed = false;
        foreach (var pbxId in _changed.Keys)
            if (_changed.TryRemove(pbxId, out _)) Changed?.Invoke(pbxId);
    }
}

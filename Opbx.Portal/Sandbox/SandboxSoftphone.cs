using System.Collections.Immutable;
using Opbx.Portal.Sandbox.Calls;

namespace Opbx.Portal.Sandbox;

/// <summary>Starts sandbox calls and stores the live and the most recent ones.</summary>
internal sealed class SandboxSoftphone(SandboxCallRunner office) : IAsyncDisposable
{
    private const int Kept = 200;
    private ImmutableList<SandboxCall> _calls = [];
    private long _lastId = office.Time.GetUtcNow().ToUnixTimeMilliseconds();

    /// <summary>Raised when a call begins or ends.</summary>
    public event Action? Changed;

    /// <summary>Newest last.</summary>
    public ImmutableList<SandboxCall> Calls => _calls;

    public IEnumerable<SandboxCall> Live => _calls.Where(c => !c.IsOver);

    /// <summary>Returns as soon as the call has begun.</summary>
    /// <exception cref="ArgumentException">There is no such domain.</exception>
    public Task<SandboxCall> DialAsync(string domain, string from, string to, SandboxDirection direction, string? callerName = null) =>
        Task.FromResult(Begin(domain, new(from, to, direction, callerName)));

    /// <exception cref="ArgumentException">There is no such domain.</exception>
    public SandboxCall Begin(string domain, CallStart start)
    {
        var known = office.Store.Current.Find(domain)
            ?? throw new ArgumentException($"The sandbox has no domain {domain}.", nameof(domain));
        var call = new SandboxCall(Interlocked.Increment(ref _lastId), known.Name, start, office.Time);
        ImmutableInterlocked.Update(ref _calls, static (calls, added) => Prune(calls).Add(added), call);
        Follow(call);
        Changed?.Invoke();
        return call;
    }

    public SandboxCall? Find(string domain, string tokenOrId) =>
        _calls.Find(c => c.Domain == domain
            && (c.Token == tokenOrId || c.Id.ToString(System.Globalization.CultureInfo.InvariantCulture) == tokenOrId));

    /// <summary>Ends the live calls.</summary>
    public async ValueTask DisposeAsync()
    {
        var live = Live.ToList();
        foreach (var call in live) call.HangUp();
        await Task.WhenAny(Task.WhenAll(live.Select(c => c.Done)), Task.Delay(TimeSpan.FromSeconds(2), office.Time));
    }

    private static ImmutableList<SandboxCall> Prune(ImmutableList<SandboxCall> calls)
    {
        if (calls.Count < Kept) return calls;
        return calls.Find(c => c.IsOver) is { } oldest ? calls.Remove(oldest) : calls;
    }

    /// <summary>Runs in the background; catches all exceptions and ends with <see cref="SandboxCall.Done"/>.</summary>
    private void Follow(SandboxCall call)
    {
        var run = new CallRun(call, office, token => Find(call.Domain, token));
        _ = Task.Run(async () =>
        {
            await run.RunAsync();
            Changed?.Invoke();
        });
    }
}

namespace Opbx.Core.Integrations.Delivery;

/// <summary>Where the time of an attempt went, in milliseconds. What did not take place is null; a connection that was open already needs
/// neither name, nor connecting, nor TLS.</summary>
/// <param name="Dns">Resolving the host's name.</param>
/// <param name="Tls">Agreeing on a secure connection.</param>
/// <param name="Wait">From sending to the head of the answer.</param>
/// <param name="Body">Reading the answer's body.</param>
public sealed record AttemptTiming(int? Dns, int? Connect, int? Tls, int? Wait, int? Body);

/// <summary>Measures the steps of one exchange; travels with its request.</summary>
internal sealed class ExchangeClock(TimeProvider time)
{
    public static readonly HttpRequestOptionsKey<ExchangeClock> Key = new("opbx.clock");
    private long _mark = time.GetTimestamp();

    public AttemptTiming Timing { get; private set; } = new(null, null, null, null, null);

    public static ExchangeClock? For(HttpRequestMessage? request) =>
        request is not null && request.Options.TryGetValue(Key, out var clock) ? clock : null;

    public void Resolved() => Timing = Timing with { Dns = Lap() };

    public void Connected() => Timing = Timing with { Connect = Lap() };

    public void Secured() => Timing = Timing with { Tls = Lap() };

    public void Answered() => Timing = Timing with { Wait = Lap() };

    public void Complete() => Timing = Timing with { Body = Lap() };

    private int Lap()
    {
        var now = time.GetTimestamp();
        var length = time.GetElapsedTime(_mark, now);
        _mark = now;
        return (int)length.TotalMilliseconds;
    }
}

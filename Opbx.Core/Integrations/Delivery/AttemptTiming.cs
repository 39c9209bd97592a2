namespace Opbx.Core.Integrations.Delivery;

/// <summary>Duration of each step of an attempt in milliseconds; null when it did not take place. A reused connection needs neither
/// DNS, nor connecting, nor TLS.</summary>
/// <param name="Tls">The TLS handshake.</param>
/// <param name="Wait">From sending to the response headers.</param>
/// <param name="Body">Reading the response body.</param>
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

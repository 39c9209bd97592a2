using System.Diagnostics.Metrics;

namespace Opbx.Core.Calls.Ingest;

/// <summary>Outcome of the platform's messages, and how far the calls lag behind them.</summary>
public sealed class InboxMetrics
{
    private static readonly string[] Sources = [.. Enum.GetNames<CallEventSource>().Select(name => name.ToLowerInvariant())];
    private readonly Counter<long> _messages;
    private readonly Histogram<double> _lag;
    private readonly TimeProvider _time;

    public InboxMetrics(IMeterFactory meters, TimeProvider time)
    {
        _time = time;
        var meter = meters.Create(Telemetry.Name);
        _messages = meter.CreateCounter<long>("opbx.inbox.messages", "{message}", "Messages of the platform.");
        _lag = meter.CreateHistogram("opbx.projection.lag", "s", "From a message's arrival until the call shows it.", null,
            Telemetry.Seconds);
    }

    /// <summary>The message is durable and its call updated; a repeat changed nothing.</summary>
    internal void Committed(CallEvent message, bool isRepeat)
    {
        Count(message.Source, isRepeat ? "duplicate" : "accepted");
        if (!isRepeat) _lag.Record((_time.GetUtcNow() - message.ReceivedAt).TotalSeconds);
    }

    /// <summary>The message names no call, or the platform is asked to send it again.</summary>
    internal void Refused(CallEventSource source) => Count(source, "refused");

    private void Count(CallEventSource source, string result) =>
        _messages.Add(1, new("source", Sources[(int)source]), new("result", result));
}

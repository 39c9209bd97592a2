using System.Diagnostics.Metrics;
using Opbx.Core.Integrations.Outbox;

namespace Opbx.Core.Integrations.Delivery;

/// <summary>Outcomes of delivery attempts and the size of the backlog.</summary>
internal sealed class DeliveryMetrics
{
    private static readonly string[] Outcomes = [.. Enum.GetValues<Outcome>().Select(o => JsonSerializer.Serialize(o).Trim('"'))];
    private readonly Counter<long> _attempts;
    private readonly Histogram<double> _durations;

    public DeliveryMetrics(IMeterFactory meters, Backlog backlog, Lanes lanes)
    {
        var meter = meters.Create(Telemetry.Name);
        _attempts = meter.CreateCounter<long>("opbx.delivery.attempts", "{attempt}", "Attempts to deliver to integrations.");
        _durations = meter.CreateHistogram("opbx.delivery.attempt.duration", "s", "Attempts that sent something.", null, Telemetry.Seconds);
        meter.CreateObservableGauge(
            "opbx.deliveries.waiting", () => backlog.Waiting, "{delivery}", "Deliveries that are not over, counted every few seconds.");
        meter.CreateObservableGauge(
            "opbx.delivery.paused", () => lanes.Paused, "{integration}", "Integrations that are left alone because their receiver fails.");
    }

    public void Attempted(SendResult result)
    {
        var outcome = new KeyValuePair<string, object?>("outcome", Outcomes[(int)result.Outcome]);
        _attempts.Add(1, outcome);
        if (result.Milliseconds is { } milliseconds) _durations.Record(milliseconds / 1000d, outcome);
    }

    public static string Name(Outcome outcome) => Outcomes[(int)outcome];
}

using System.Diagnostics.Metrics;

namespace Opbx.Core.Cloudonix.Sync;

/// <summary>Outcomes of subscriber synchronizations.</summary>
public sealed class SyncMetrics(IMeterFactory meters)
{
    private readonly Counter<long> _runs =
        meters.Create(Telemetry.Name).CreateCounter<long>("opbx.sync.runs", "{run}", "Synchronizations of subscribers.");

    internal void Ended(bool agrees) => _runs.Add(1, new KeyValuePair<string, object?>("result", agrees ? "ok" : "failed"));
}

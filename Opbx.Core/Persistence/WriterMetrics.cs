using System.Diagnostics.Metrics;

namespace Opbx.Core.Persistence;

/// <summary>How long writes wait for their group commit.</summary>
public sealed class WriterMetrics(IMeterFactory meters)
{
    private readonly Histogram<double> _waits =
        meters.Create(Telemetry.Name)
            .CreateHistogram("opbx.commit.wait", "s", "From a queued write to its commit.", null, Telemetry.Seconds);

    internal void Committed(TimeSpan wait) => _waits.Record(wait.TotalSeconds);
}

using System.Diagnostics.Metrics;

namespace Opbx.Portal.Security;

/// <summary>The number of open pages.</summary>
internal sealed class CircuitMetrics(IMeterFactory meters)
{
    private readonly UpDownCounter<long> _open =
        meters.Create(Telemetry.Name).CreateUpDownCounter<long>("opbx.circuits.open", "{circuit}", "Pages that are open now.");

    public void Opened() => _open.Add(1);
    public void Closed() => _open.Add(-1);
}

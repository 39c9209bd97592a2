using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace Opbx.Core.Shared;

/// <summary>The portal's own metrics and traces. Labels of metrics never say whose something is; see docs/configuration.md.</summary>
internal static class Telemetry
{
    /// <summary>The meter and the source of traces.</summary>
    public const string Name = "Opbx";

    /// <summary>The attribute by which the traces of one call are found.</summary>
    public const string SessionToken = "opbx.session_token";

    /// <summary>Work that no request waits for.</summary>
    public static readonly ActivitySource Traces = new(Name);

    /// <summary>Buckets in seconds: from what is answered from memory up to what people notice.</summary>
    public static readonly InstrumentAdvice<double> Seconds = new()
    {
        HistogramBucketBoundaries = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 20],
    };

    /// <summary>Says to which call the present request belongs; costs nothing while nobody traces.</summary>
    public static void TagSession(string token)
    {
        if (Activity.Current is { IsAllDataRequested: true } request) request.SetTag(SessionToken, token);
    }
}

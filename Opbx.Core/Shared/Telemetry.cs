using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace Opbx.Core.Shared;

/// <summary>The portal's own metrics and traces. Metric labels never identify customers; see docs/configuration.md.</summary>
internal static class Telemetry
{
    /// <summary>Of the meter and the activity source.</summary>
    public const string Name = "Opbx";
    /// <summary>The attribute that finds the traces of one call.</summary>
    public const string SessionToken = "opbx.session_token";

    /// <summary>For work outside requests.</summary>
    public static readonly ActivitySource Traces = new(Name);

    /// <summary>Buckets in seconds, from in-memory answers up to delays that people notice.</summary>
    public static readonly InstrumentAdvice<double> Seconds = new() {
        HistogramBucketBoundaries = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 20],
    };

    /// <summary>Adds the call's token to the current activity; costs nothing when tracing is off.</summary>
    public static void TagSession(string token)
    {
        if (Activity.Current is { IsAllDataRequested: true } request) request.SetTag(SessionToken, token);
    }
}

using System.Diagnostics.Metrics;

namespace Opbx.Portal.Features.Webhooks;

/// <summary>How often and how fast calls are answered.</summary>
internal sealed class VoiceMetrics(IMeterFactory meters)
{
    private readonly Histogram<double> _answers = meters.Create(Telemetry.Name)
        .CreateHistogram("opbx.voice.answer.duration", "s", "From a request of a call to its document.", null, Telemetry.Seconds);

    /// <param name="stage">See <see cref="VoiceAnswer.Stage"/>.</param>
    public void Answered(string stage, TimeSpan duration) =>
        _answers.Record(duration.TotalSeconds, new KeyValuePair<string, object?>("stage", stage));
}

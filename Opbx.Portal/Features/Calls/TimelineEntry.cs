using Opbx.Core.Calls.Log;
using Opbx.Portal.Components.Ui;

namespace Opbx.Portal.Features.Calls;

/// <param name="At">When the request arrived in which this was decided.</param>
/// <param name="Cxml">On the last line of each request: the document that was sent.</param>
internal sealed record TimelineEntry(DateTimeOffset At, string Sentence, string Icon, Tone Tone, string? Cxml)
{
    public static IEnumerable<TimelineEntry> From(StageDetail stage)
    {
        if (stage.Steps.Count == 0) return [new TimelineEntry(stage.At, "An answer was sent.", "code", Tone.Neutral, stage.Cxml)];
        return stage.Steps.Select(
            (step, i) => new TimelineEntry(stage.At, step.Reason, CallLogText.IconOf(step), Tone.Info, i == stage.Steps.Count - 1
                ? stage.Cxml : null));
    }
}

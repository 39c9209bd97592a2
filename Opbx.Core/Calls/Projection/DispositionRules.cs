using Opbx.Core.Calls.Facts;
using Opbx.Core.Routing;
using Opbx.Core.Routing.Trace;

namespace Opbx.Core.Calls.Projection;

/// <summary>Derives how a call ended from its record and from what our documents did.</summary>
internal static class DispositionRules
{
    public static Disposition Decide(CallStory story, CallFactSheet facts, RecordResult result, Answer? answer, Call call)
    {
        if (facts.Stages.Count == 0) return ByRecord(result);
        if (story.Joined is not null) return result == RecordResult.Answered ? Disposition.Answered : Disposition.Canceled;
        if (story.Blocked) return Disposition.Blocked;
        if (answer is not null) return Disposition.Answered;
        if (call.VoicemailExtension is not null) return Disposition.Voicemail;
        if (story.PassedOn) return Disposition.Answered;
        if (story.Ringing is not null) return result == RecordResult.Answered ? Disposition.Canceled : ByRecord(result);
        if (story.RefusedAsBusy is { } busy) return busy ? Disposition.Busy : Disposition.Failed;
        return story.LastResult switch {
            RingResult.Busy => Disposition.Busy,
            RingResult.Unreachable when call.Direction == CallDirection.Outbound => Disposition.Failed,
            RingResult.Canceled when !story.AnsweredByUs => Disposition.Canceled,
            _ => story.AnsweredByUs || result == RecordResult.Answered ? Disposition.Missed : ByRecord(result),
        };
    }

    private static Disposition ByRecord(RecordResult result) => result switch {
        RecordResult.Answered => Disposition.Answered,
        RecordResult.NoAnswer => Disposition.Missed,
        RecordResult.Busy => Disposition.Busy,
        RecordResult.Canceled => Disposition.Canceled,
        RecordResult.Failed => Disposition.Failed,
    };
}

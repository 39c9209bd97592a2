using Opbx.Core.Calls.Facts;
using Opbx.Core.Calls.Log;
using Opbx.Core.Calls.Recordings;
using Opbx.Core.Document;
using Opbx.Core.Routing;

namespace Opbx.Core.Calls.Projection;

/// <summary>Calculates a call from all its known facts. The result depends only on the set of facts, not on their order.</summary>
internal static class CallProjector
{
    /// <summary>Updates the call's columns from its facts.</summary>
    public static (CallStory Story, IReadOnlyList<Sound> Sounds) Project(Call call, CallFactSheet facts, Surroundings around)
    {
        var story = new CallStory(facts.Stages.Values);
        Identify(call, facts, around);
        var answer = Answer.Find(story, facts, around);
        call.AnsweredBy = answer?.By;
        var sounds = Sounds.Find(facts, answered: answer is not null);
        call.VoicemailExtension = sounds.LastOrDefault(s => s.Kind == RecordingKind.Message)?.Extension;
        call.HasRecording = sounds.Any(s => s.Kind == RecordingKind.Conversation);
        call.SettlesAt = Sounds.AreExpected(facts) || Sounds.IsNamedOnly(facts) ? facts.RecordCameAt + Sounds.Patience : null;
        call.Path = DocumentJson.Write(facts.Stages.Values.SelectMany(s => s.Path));
        call.Groups = CallTexts.Bars(story.Groups);
        call.Extensions = CallTexts.Bars(story.Rang.Append(call.CallerExtension).Append(around.Extension(answer?.By)?.Number));
        call.State = StateOf(story, facts, answer);
        Recall(call, facts, story);
        Finish(call, facts, story, answer, around);
        CallSortKey.Update(call);
        return (story, sounds);
    }

    /// <summary>Fills in the members that are not stored.</summary>
    public static void Recall(Call call)
    {
        var facts = CallFactSheet.Read(call.Facts);
        Recall(call, facts, new CallStory(facts.Stages.Values));
    }

    private static void Recall(Call call, CallFactSheet facts, CallStory story)
    {
        call.RingingNow = call.State == CallState.Ringing && story.Ringing is { } ring ? CallTexts.Bars(ring.Extensions) : "";
        call.Joined = story.Joined;
        call.LastStage = facts.Stages.Keys.LastOrDefault(n => n < CallRouter.RefusedStage);
    }

    private static void Identify(Call call, CallFactSheet facts, Surroundings around)
    {
        var first = facts.Stages.Values.FirstOrDefault();
        call.From = Known(first?.From) ?? facts.Session?.CallerId?.Value ?? facts.Record?.From ?? "";
        call.To = Known(first?.To) ?? facts.Session?.Destination?.Value ?? facts.Record?.To ?? "";
        call.FromDigits = CallTexts.Digits(call.From);
        call.ToDigits = CallTexts.Digits(call.To);
        call.CallerName = facts.Stages.Values.Select(s => s.CallerName).FirstOrDefault(n => n is not null);
        call.CallerExtension = facts.Stages.Values.Select(s => s.CallerExtension).FirstOrDefault(e => e is not null)
            ?? (first is null ? around.Extension(call.From)?.Number : null);
        call.Direction = facts.Stages.Count > 0 ? facts.Stages.Values.Last().Direction : Guess(call, facts, around);
        call.PhoneNumber = facts.Stages.Values.Select(s => s.PhoneNumber).FirstOrDefault(n => n is not null)
            ?? (call.Direction == CallDirection.Outbound ? null : around.PhoneNumber(call.ToDigits));
    }

    /// <summary>The direction of a call whose requests we never received.</summary>
    private static CallDirection Guess(Call call, CallFactSheet facts, Surroundings around)
    {
        var toUs = around.Extension(call.To) is not null || around.PhoneNumber(call.ToDigits) is not null;
        var fromUs = facts.Session?.Direction?.Value switch {
            "incoming" or "inbound" => false,
            "outgoing" or "outbound" or "subscriber" or "internal" => true,
            _ => call.CallerExtension is not null || around.PhoneNumber(call.FromDigits) is not null,
        };
        return !fromUs ? CallDirection.Inbound : toUs ? CallDirection.Internal : CallDirection.Outbound;
    }

    private static CallState StateOf(CallStory story, CallFactSheet facts, Answer? answer)
    {
        var session = facts.Session;
        if (facts.Record is not null || session?.Ended is not null || SessionStatus.IsFinal(session?.Status?.Value)) return CallState.Ended;
        if (answer is { IsOver: false }) return CallState.Connected;
        var connected = session?.Connections.Any(c => session.LastRinging is not { } rang || c.At >= rang) == true;
        if (story.Joined is not null) return connected || session?.Answered is not null ? CallState.Connected : story.State;
        if (facts.Stages.Count == 0)
            return connected ? CallState.Connected : session?.LastRinging is not null ? CallState.Ringing : session?.Answered is not null
                ? CallState.Connected : CallState.New;
        return story.Ringing is not null && connected ? CallState.Connected : story.State;
    }

    private static void Finish(Call call, CallFactSheet facts, CallStory story, Answer? answer, Surroundings around)
    {
        var record = facts.Record;
        var session = facts.Session;
        call.StartedAt = record?.Started ?? session?.Started ?? facts.Stages.Values.FirstOrDefault()?.At ?? record?.Ended
            ?? facts.FirstNewsAt ?? default;
        call.Disposition = record is null ? null : DispositionRules.Decide(story, facts, record.Result, answer, call);
        call.EndedAt = record?.Ended;
        call.Duration = record is null ? null : record.Duration ?? (int)Math.Max(0, (record.Ended - call.StartedAt).TotalSeconds);
        call.BillableSeconds = record is null ? null : record.BillableSeconds
            ?? (record.Answered is { } at ? (int)Math.Max(0, (record.Ended - at).TotalSeconds) : 0);
        call.WaitSeconds = Waiting.Seconds(call, story, facts, answer, around);
        var taken = record is null ? answer is not null : call.Disposition is Disposition.Answered or Disposition.Voicemail;
        call.AnsweredAt = taken ? record?.Answered ?? session?.Answered : null;
    }

    private static string? Known(string? text) => string.IsNullOrEmpty(text) ? null : text;
}

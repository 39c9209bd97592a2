using Opbx.Core.Calls.Facts;
using Opbx.Core.Calls.Ingest;
using Opbx.Core.Integrations.Outbox;

namespace Opbx.Core.Calls.Projection;

/// <summary>Adds one fact to a call. Pure: takes the call's row, returns the events to send.</summary>
internal static class CallFold
{
    /// <summary>A call without any facts.</summary>
    public static Call Begin(CallNews news) =>
        new() { Id = news.CallId, OrganizationId = news.OrganizationId, PbxId = news.PbxId, Token = news.Token };

    /// <summary>Changes the row; null when the fact was already known.</summary>
    public static Folded? Add(Call call, CallNews news, Surroundings around)
    {
        var facts = CallFactSheet.Read(call.Facts);
        if (!Note(facts, news)) return null;
        facts.Came(news.At);
        call.Facts = facts.Write();
        if (news.At > call.LastNewsAt) call.LastNewsAt = news.At;
        var (story, sounds) = CallProjector.Project(call, facts, around);
        return new Folded(new CallTriggers(call, facts, new CallEvents(call, story, around), sounds).Take(news.At), sounds);
    }

    private static bool Note(CallFactSheet facts, CallNews news)
    {
        if (news.Stage is { } stage && !facts.Add(stage.Number, StageFacts.Create(stage))) return false;
        if (news.Session is { } session) facts.Add(session);
        if (news.Record is { } record) facts.Add(record, news.At);
        if (news.Recording is { } recording) Note(facts, recording, news);
        facts.Settled |= news.Settled;
        return true;
    }

    private static void Note(CallFactSheet facts, RecordingState recording, CallNews news)
    {
        if (recording is { Status: null or "completed", Url: { } url })
        {
            var sound = new SoundFacts(url, recording.Duration, news.At);
            if (news.Mailbox is { } mailbox) facts.AddMessage(mailbox.Stage, sound with { Extension = mailbox.Extension });
            else facts.AddRecording(recording.RecordingId ?? url, sound);
        }
        else if (recording.Status is "absent" or "failed" && news.Mailbox is { } silent)
        {
            facts.Silent.Add(silent.Stage);
        }
    }
}

/// <summary>What follows from a fact.</summary>
internal sealed record Folded(IReadOnlyList<OccurredEvent> Events, IReadOnlyList<Sound> Sounds);

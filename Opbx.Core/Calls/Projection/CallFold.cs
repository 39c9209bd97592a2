using Opbx.Core.Calls.Facts;
using Opbx.Core.Calls.Ingest;
using Opbx.Core.Integrations.Outbox;

namespace Opbx.Core.Calls.Projection;

/// <summary>Adds one fact to a call. Pure: the call's row in, the changed row and the events to tell out.</summary>
internal static class CallFold
{
    /// <summary>A call of which nothing is known yet.</summary>
    public static Call Begin(CallNews news) => new() { Id = news.CallId, OrganizationId = news.OrganizationId, PbxId = news.PbxId, Token = news.Token };

    /// <summary>Changes the row; null when the fact was known already.</summary>
    public static IReadOnlyList<OccurredEvent>? Add(Call call, CallNews news, Surroundings around)
    {
        var facts = CallFactSheet.Read(call.Facts);
        if (!Note(facts, news)) return null;
        facts.Came(news.At);
        call.Facts = facts.Write();
        if (news.At > call.LastNewsAt) call.LastNewsAt = news.At;
        var story = CallProjector.Project(call, facts, around);
        return new CallTriggers(call, facts, story, around).Take(news.At);
    }

    private static bool Note(CallFactSheet facts, CallNews news)
    {
        if (news.Stage is { } stage && !facts.Add(stage.Number, StageFacts.Of(stage))) return false;
        if (news.Session is { } session) facts.Add(session);
        if (news.Record is { } record) facts.Add(record);
        if (news.Recording is { Status: null or "completed", Url: { } url }) facts.Recordings.Add(url);
        return true;
    }
}

using Microsoft.EntityFrameworkCore;
using Opbx.Core.Calls.Facts;
using Opbx.Core.Calls.Live;
using Opbx.Core.Calls.Projection;
using Opbx.Core.Configuration;
using Opbx.Core.Integrations.Outbox;
using Opbx.Core.Persistence;

namespace Opbx.Core.Calls.Ingest;

/// <summary>Stores one fact with everything that follows from it: inbox, trace, the call's row and what integrations are told, in one transaction.</summary>
internal sealed class CallWrite(CallNews news, Func<Surroundings> around, IOutbox outbox, CallBoard board) : IWriteItem
{
    private LiveCall? _after;
    private bool _toldSomething;

    public async Task LoadAsync(OpbxDbContext db, IReadOnlyList<IWriteItem> likes, CancellationToken cancel)
    {
        var all = likes.Cast<CallWrite>().Select(w => w.News).ToList();
        var calls = all.Select(n => n.CallId).Distinct().ToList();
        await db.Calls.Where(c => calls.Contains(c.Id)).LoadAsync(cancel);
        var stages = all.Where(n => n.Stage is not null).Select(n => n.StageId).Distinct().ToList();
        if (stages.Count > 0) await db.CallStages.Where(s => stages.Contains(s.Id)).LoadAsync(cancel);
        var messages = all.Select(n => n.Message).OfType<CallEvent>().Select(m => m.Id).Distinct().ToList();
        if (messages.Count > 0) await db.CallEvents.Where(e => messages.Contains(e.Id)).LoadAsync(cancel);
    }

    public void Apply(OpbxDbContext db)
    {
        _after = null;
        _toldSomething = false;
        if (news.Message is { } message && db.CallEvents.Local.FindEntry(message.Id) is not null) return;
        var call = db.Calls.Local.FindEntry(news.CallId)?.Entity ?? Begin(db);
        var facts = CallFactSheet.Read(call.Facts);
        if (!Add(db, facts)) return;
        facts.Came(news.At);
        call.Facts = facts.Write();
        if (news.At > call.LastNewsAt) call.LastNewsAt = news.At;
        var surroundings = around();
        var story = CallProjector.Project(call, facts, surroundings);
        foreach (var occurred in new CallTriggers(call, facts, story, surroundings).Take(news.At))
        {
            outbox.Add(db, occurred);
            _toldSomething = true;
        }
        _after = LiveCall.Of(call);
    }

    public void Committed()
    {
        if (_after is { } after) board.Show(after);
        if (_toldSomething) outbox.Wake();
    }

    private CallNews News => news;

    private Call Begin(OpbxDbContext db)
    {
        var call = new Call { Id = news.CallId, OrganizationId = news.OrganizationId, PbxId = news.PbxId, Token = news.Token };
        db.Calls.Add(call);
        return call;
    }

    private bool Add(OpbxDbContext db, CallFactSheet facts)
    {
        if (news.Stage is { } stage)
        {
            if (!facts.Add(stage.Number, StageFacts.Of(stage))) return false;
            Keep(db, stage);
        }
        if (news.Message is { } message) db.CallEvents.Add(message);
        if (news.Session is { } session) facts.Add(session);
        if (news.Record is { } record) facts.Add(record);
        if (news.Recording is { Status: null or "completed", Url: { } url }) facts.Recordings.Add(url);
        return true;
    }

    private void Keep(OpbxDbContext db, StageRecord stage)
    {
        var row = db.CallStages.Local.FindEntry(news.StageId)?.Entity;
        if (row is null)
        {
            row = new CallStage { Id = news.StageId, OrganizationId = news.OrganizationId, CallId = news.CallId, Number = stage.Number, Trace = "", Cxml = "" };
            db.CallStages.Add(row);
        }
        row.At = stage.At;
        row.Trace = DocumentJson.Write(stage.Trace);
        row.Cxml = stage.Cxml;
    }
}

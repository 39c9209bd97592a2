using Microsoft.EntityFrameworkCore;
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
        if (news.Message is { } repeat && db.CallEvents.Local.FindEntry(repeat.Id) is not null) return;
        var call = db.Calls.Local.FindEntry(news.CallId)?.Entity ?? db.Calls.Add(CallFold.Begin(news)).Entity;
        if (news.Message is { } message) db.CallEvents.Add(message);
        if (CallFold.Add(call, news, around()) is not { } occurred) return;
        if (news.Stage is { } stage) Keep(db, stage);
        foreach (var one in occurred) outbox.Add(db, one);
        _toldSomething = occurred.Count > 0;
        _after = LiveCall.Of(call);
    }

    public void Committed()
    {
        if (_after is { } after) board.Show(after);
        if (_toldSomething) outbox.Wake();
    }

    private CallNews News => news;

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

using Microsoft.EntityFrameworkCore;
using Opbx.Core.Calls.Live;
using Opbx.Core.Calls.Projection;
using Opbx.Core.Calls.Recordings;
using Opbx.Core.Document;
using Opbx.Core.Persistence;

namespace Opbx.Core.Calls.Ingest;

/// <summary>Stores a fact and all that follows in one transaction: inbox, trace, call row, events for integrations.</summary>
internal sealed class CallWrite(CallNews news, Func<Surroundings> around, CallFollowers followers) : IWriteItem
{
    private LiveCall? _after;
    private bool _toldSomething;
    private bool _isRepeat;
    private IReadOnlyList<Recording> _recordings = [];

    public async Task LoadAsync(OpbxDbContext db, IReadOnlyList<IWriteItem> likes, CancellationToken cancel)
    {
        var all = likes.Cast<CallWrite>().Select(w => w.News).ToList();
        var calls = all.Select(n => n.CallId).Distinct().ToList();
        await db.Calls.Where(c => calls.Contains(c.Id)).LoadAsync(cancel);
        var stages = all.Where(n => n.Stage is not null).Select(n => n.StageId).Distinct().ToList();
        if (stages.Count > 0) await db.CallStages.Where(s => stages.Contains(s.Id)).LoadAsync(cancel);
        var messages = all.Select(n => n.Message).OfType<CallEvent>().Select(m => m.Id).Distinct().ToList();
        if (messages.Count > 0) await db.CallEvents.Where(e => messages.Contains(e.Id)).LoadAsync(cancel);
        await RecordingRows.LoadAsync(db, all, calls, cancel);
    }

    public void Apply(OpbxDbContext db)
    {
        _after = null;
        _toldSomething = false;
        _recordings = [];
        _isRepeat = news.Message is { } known && db.CallEvents.Local.FindEntry(known.Id) is not null;
        if (_isRepeat) return;
        var call = db.Calls.Local.FindEntry(news.CallId)?.Entity ?? db.Calls.Add(CallFold.Begin(news)).Entity;
        if (news.Message is { } message) db.CallEvents.Add(message);
        var surroundings = around();
        if (CallFold.Add(call, news, surroundings) is not { } folded) return;
        if (news.Stage is { } stage) Keep(db, stage);
        _recordings = RecordingRows.Apply(db, call, folded.Sounds, news, surroundings);
        foreach (var one in folded.Events) followers.Outbox.Add(db, one);
        _toldSomething = folded.Events.Count > 0;
        _after = LiveCall.Create(call);
    }

    public void Committed()
    {
        if (news.Message is { } message) followers.Metrics.Committed(message, _isRepeat);
        if (_after is { } after)
            foreach (var observer in followers.Observers) observer.CallChanged(news, after);
        foreach (var recording in _recordings) followers.Recordings.Show(recording);
        if (_toldSomething) followers.Outbox.Wake();
    }

    private CallNews News => news;

    private void Keep(OpbxDbContext db, StageRecord stage)
    {
        var row = db.CallStages.Local.FindEntry(news.StageId)?.Entity;
        if (row is null)
        {
            row = new CallStage {
                Id = news.StageId, OrganizationId = news.OrganizationId, CallId = news.CallId, Number = stage.Number,
                Trace = "", Cxml = ""
            };
            db.CallStages.Add(row);
        }
        row.At = stage.At;
        row.Trace = DocumentJson.Write(stage.Trace);
        row.Cxml = stage.Cxml;
    }
}

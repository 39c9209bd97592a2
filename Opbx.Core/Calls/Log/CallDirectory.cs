using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Opbx.Core.Calls.Facts;
using Opbx.Core.Calls.Live;
using Opbx.Core.Configuration;
using Opbx.Core.Document;
using Opbx.Core.Permissions;
using Opbx.Core.Persistence;
using Opbx.Core.Routing.Trace;

namespace Opbx.Core.Calls.Log;

/// <summary>Reads calls: the log, one call with its trace, live calls. Actors limited to their own calls get only those.</summary>
public sealed class CallDirectory(Database database, ConfigurationStore configuration, LiveCallTracker tracker)
{
    private const int ExportStep = 1000;
    private const int MostEvents = 200;

    /// <summary>Newest first.</summary>
    public async Task<Result<CallSlice>> ListAsync(Actor actor, Guid pbxId, CallQuery query, CancellationToken cancel)
    {
        if (Refusal(actor, pbxId, Permission.ViewOwnCalls) is { } refusal) return refusal;
        var items = await PageAsync(actor, pbxId, query, query.Limit + 1, cancel);
        if (items.Count <= query.Limit) return new CallSlice(items, null);
        items.RemoveAt(query.Limit);
        return new CallSlice(items, new CallCursor(items[^1].SortKey));
    }

    /// <summary>The page at the query's cursor, newest first, with cursors in both directions.</summary>
    public async Task<Result<Page<CallSummary>>> PartAsync(Actor actor, Guid pbxId, CallQuery query, CancellationToken cancel)
    {
        if (Refusal(actor, pbxId, Permission.ViewOwnCalls) is { } refusal) return refusal;
        var newer = query.Cursor is { Newer: true };
        var items = await PageAsync(actor, pbxId, query, query.Limit + 1, cancel);
        var more = items.Count > query.Limit;
        if (more) items.RemoveAt(query.Limit);
        if (newer) items.Reverse();
        if (items.Count == 0) return new Page<CallSummary>(items, 0) { Places = new PageCursors(null, null) };
        var (previous, next) = newer ? (more, true) : (query.Cursor is not null, more);
        var places = new PageCursors(previous ? new CallCursor(items[0].SortKey, Newer: true).ToString() : null, next
            ? new CallCursor(items[^1].SortKey).ToString() : null);
        return new Page<CallSummary>(items, items.Count) { Places = places };
    }

    /// <summary>Every matching call, newest first; read in steps, so that the store is not held for long.</summary>
    public Result<IAsyncEnumerable<CallSummary>> Export(Actor actor, Guid pbxId, CallQuery query) =>
        Refusal(actor, pbxId, Permission.ViewOwnCalls) is { } refusal ? refusal : Result(StepsAsync(actor, pbxId, query));

    public async Task<Result<CallDetail>> GetAsync(Actor actor, Guid pbxId, string token, CancellationToken cancel)
    {
        if (Refusal(actor, pbxId, Permission.ViewOwnCalls) is { } refusal) return refusal;
        await using var db = database.OpenFor(actor.OrganizationId);
        var call = await Visible(db, actor, pbxId).FirstOrDefaultAsync(c => c.Token == token, cancel);
        if (call is null) return Failure.NotFound("This call");
        var stages = await db.CallStages.AsNoTracking().Where(s => s.CallId == call.Id).OrderBy(s => s.Number).ToListAsync(cancel);
        var facts = CallFactSheet.Read(call.Facts);
        var hash = facts.Record?.Hash;
        var record = hash is null ? null : await db.CallEvents.AsNoTracking()
            .Where(e => e.CallId == call.Id && e.Source == CallEventSource.Cdr && e.Discriminator == hash && e.Body != "")
            .Select(e => e.Body).FirstOrDefaultAsync(cancel);
        var events = await db.CallEvents.AsNoTracking().Where(e => e.CallId == call.Id && e.Body != "").OrderBy(e => e.ReceivedAt)
            .Take(MostEvents).Select(e => new EventDetail(e.ReceivedAt, e.Source, e.Body)).ToListAsync(cancel);
        return new CallDetail(CallSummary.Create(call), [.. stages.Select(s => Stage(s, facts))], record) { Events = events };
    }

    private static StageDetail Stage(CallStage stage, CallFactSheet facts) =>
        new(stage.At, JsonSerializer.Deserialize<List<TraceStep>>(stage.Trace, DocumentJson.Options)!, stage.Cxml) {
            Events = facts.Stages.GetValueOrDefault(stage.Number)?.Events ?? [],
        };

    /// <summary>Oldest first.</summary>
    public Result<IReadOnlyList<LiveCall>> Live(Actor actor, Guid pbxId)
    {
        if (Refusal(actor, pbxId, Permission.ViewOwnCalls) is { } refusal) return refusal;
        var all = tracker.For(pbxId);
        if (actor.May(Permission.ViewLiveCalls)) return Result(all);
        return Result<IReadOnlyList<LiveCall>>(actor.ExtensionOn(pbxId) is { } own
            ? [.. all.Where(c => c.Extensions.Contains($"|{own}|", StringComparison.Ordinal))] : []);
    }

    private async IAsyncEnumerable<CallSummary> StepsAsync(Actor actor, Guid pbxId, CallQuery query,
        [EnumeratorCancellation] CancellationToken cancel = default)
    {
        while (true)
        {
            var items = await PageAsync(actor, pbxId, query, ExportStep, cancel);
            foreach (var item in items) yield return item;
            if (items.Count < ExportStep) yield break;
            query = query with { Cursor = new CallCursor(items[^1].SortKey) };
        }
    }

    private async Task<List<CallSummary>> PageAsync(Actor actor, Guid pbxId, CallQuery query, int most, CancellationToken cancel)
    {
        await using var db = database.OpenFor(actor.OrganizationId);
        return await Matching(db, actor, pbxId, query).Take(most).Select(CallSummary.Columns).ToListAsync(cancel);
    }

    /// <summary>Matching calls that the actor may see, in the order of the log.</summary>
    internal static IQueryable<Call> Matching(OpbxDbContext db, Actor actor, Guid pbxId, CallQuery query)
    {
        if (actor.May(Permission.ViewAllCalls)) return CallSearch.Candidates(db, pbxId, query, null).Where(query);
        if (actor.ExtensionOn(pbxId) is not { } number) return db.Calls.Where(c => false);
        var own = $"|{number}|";
        return CallSearch.Candidates(db, pbxId, query, number).Where(c => c.Extensions.Contains(own)).Where(query);
    }

    private static IQueryable<Call> Visible(OpbxDbContext db, Actor actor, Guid pbxId)
    {
        var calls = db.Calls.AsNoTracking().Where(c => c.PbxId == pbxId);
        if (actor.May(Permission.ViewAllCalls)) return calls;
        if (actor.ExtensionOn(pbxId) is not { } number) return calls.Where(c => false);
        var own = $"|{number}|";
        return calls.Where(c => c.Extensions.Contains(own));
    }

    private Failure? Refusal(Actor actor, Guid pbxId, Permission permission) =>
        !actor.May(permission) ? Failure.Forbidden()
        : configuration.Find(pbxId)?.OrganizationId == actor.OrganizationId ? null
        : Failure.NotFound("This PBX");

    private static Result<T> Result<T>(T value) => value;
}

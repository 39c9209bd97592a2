using System.Text;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Opbx.Core.Calls.Facts;
using Opbx.Core.Calls.Ingest;
using Opbx.Core.Cloudonix;
using Opbx.Core.Persistence;

namespace Opbx.Core.Calls.Reconciling;

/// <summary>Closes calls whose end was lost: the platform's answer goes through the inbox like any other call record.</summary>
public sealed class StuckCallCloser(Database database, SessionLookup sessions, CallInbox inbox, TimeProvider time,
    ILogger<StuckCallCloser> log)
{
    /// <summary>A live call quiet for this long is checked; if still active, it is checked again after the same time.</summary>
    public static readonly TimeSpan Quiet = TimeSpan.FromMinutes(10);

    /// <summary>A call that ended is checked after this time without its record: records may be late.</summary>
    public static readonly TimeSpan RecordPatience = TimeSpan.FromHours(6);

    /// <summary>Maximum calls of one PBX per run: the platform limits requests.</summary>
    public const int MostOfPbx = 20;

    // A platform that does not answer at all is left alone until the next run: every question would wait for its time-out.
    private const int MostVainInARow = 3;

    private readonly UnansweredQueries _vain = new(time);

    /// <summary>One run. Calls without an answer stay as they are and are asked about last in the next run.</summary>
    public async Task ReconcileAsync(CancellationToken cancel)
    {
        foreach (var pbxId in await PbxsAsync(cancel))
        {
            try
            {
                await ReconcileAsync(pbxId, cancel);
            }
            catch (Exception e) when (!cancel.IsCancellationRequested)
            {
                CallLog.NotReconciled(log, pbxId, e);
            }
        }
    }

    /// <summary>Closes a call at once if the platform does not know it: someone hung up a call that was long over.</summary>
    public async Task ResolveUnknownAsync(Guid pbxId, string token, CancellationToken cancel)
    {
        await using var db = database.OpenUnrestricted();
        var call = await db.Calls.AsNoTracking()
            .FirstOrDefaultAsync(c => c.PbxId == pbxId && c.Token == token && c.EndedAt == null, cancel);
        if (call is not null && await sessions.FindAsync(pbxId, token, cancel) is { Session: null })
            await CloseAsync(call, LostRecord.Unknown(call));
    }

    private async Task ReconcileAsync(Guid pbxId, CancellationToken cancel)
    {
        var (closed, vain) = (0, 0);
        foreach (var call in await CallsAsync(pbxId, cancel))
        {
            var outcome = await TryAskAsync(call, cancel);
            _vain.Record(call, isVain: outcome is null);
            if (outcome == true) closed++;
            vain = outcome is null ? vain + 1 : 0;
            if (vain == MostVainInARow) break;
        }
        if (closed > 0) CallLog.Reconciled(log, closed, pbxId);
    }

    private async Task<bool?> TryAskAsync(Call call, CancellationToken cancel)
    {
        try
        {
            return await AskAsync(call, cancel);
        }
        catch (Exception e) when (!cancel.IsCancellationRequested)
        {
            CallLog.CallNotReconciled(log, call.PbxId, call.Token, e);
            return null;
        }
    }

    /// <summary>True when the call was closed, false when it is still active, null when unknown.</summary>
    private async Task<bool?> AskAsync(Call call, CancellationToken cancel)
    {
        if (await sessions.FindAsync(call.PbxId, call.Token, cancel) is not { } answer) return null;
        if (answer.Session is not { } found) return await CloseAsync(call, LostRecord.Unknown(call));
        if (MessageReader.Session(Opened(found), time.GetUtcNow()) is not { } session || session.Token != call.Token) return null;
        if (session.EndedAt is null && !SessionStatus.IsFinal(session.Status))
            return await inbox.ConfirmAsync(call.PbxId, call.OrganizationId, call.Token) ? false : null;
        return await CloseAsync(call, LostRecord.Create(found, session));
    }

    private async Task<bool?> CloseAsync(Call call, JsonObject record) =>
        await inbox.ReceiveAsync(call.PbxId, call.OrganizationId, CallEventSource.Cdr, Opened(record)) == Receipt.Stored ? true : null;

    private static OpenedBody Opened(JsonObject body) => MessageBody.Open(Encoding.UTF8.GetBytes(body.ToJsonString()), "application/json")
        ?? new OpenedBody("{}", System.Text.Json.JsonSerializer.SerializeToElement(new JsonObject()));

    private IQueryable<Call> Stuck(OpbxDbContext db)
    {
        var (quiet, late) = (time.GetUtcNow() - Quiet, time.GetUtcNow() - RecordPatience);
        return db.Calls.AsNoTracking()
            .Where(c => c.EndedAt == null && c.LastNewsAt <= quiet && (c.State != CallState.Ended || c.LastNewsAt <= late));
    }

    private async Task<List<Guid>> PbxsAsync(CancellationToken cancel)
    {
        await using var db = database.OpenUnrestricted();
        var stuck = Stuck(db).Select(c => c.PbxId);
        return await db.Pairings.Where(p => stuck.Contains(p.PbxId)).OrderBy(p => p.PbxId).Select(p => p.PbxId).ToListAsync(cancel);
    }

    /// <summary>Oldest first, then those asked about in vain, longest waiting first.</summary>
    private async Task<List<Call>> CallsAsync(Guid pbxId, CancellationToken cancel)
    {
        await using var db = database.OpenUnrestricted();
        var vain = _vain.For(pbxId);
        var calls = await Stuck(db).Where(c => c.PbxId == pbxId && !vain.Contains(c.Id)).OrderBy(c => c.LastNewsAt).Take(MostOfPbx)
            .ToListAsync(cancel);
        foreach (var id in vain.Take(MostOfPbx - calls.Count))
        {
            if (await Stuck(db).FirstOrDefaultAsync(c => c.Id == id, cancel) is { } again) calls.Add(again);
            else _vain.Remove(id);
        }
        return calls;
    }
}

using Microsoft.EntityFrameworkCore;
using Opbx.Core.Calls;
using Opbx.Core.Calls.Live;
using Opbx.Core.Calls.Log;
using Opbx.Core.Cloudonix;
using Opbx.Core.Cloudonix.Sync;
using Opbx.Core.Document.Extensions;
using Opbx.Core.Persistence;
using Opbx.Portal.Components;
using Opbx.Portal.Components.Ui;
using Opbx.Portal.Navigation;

namespace Opbx.Portal.Features.Dashboard;

public sealed class OverviewReader(Database database, LiveCallTracker tracker, TimeProvider clock)
{
    private const int MissedShown = 5;

    public async Task<Overview> ReadAsync(PortalSession session, CancellationToken cancel)
    {
        await using var db = database.OpenFor(session.Actor.OrganizationId);
        var pairing = await db.Pairings.AsNoTracking().FirstOrDefaultAsync(p => p.PbxId == session.PbxId, cancel);
        var calls = db.Calls.AsNoTracking().Where(c => c.PbxId == session.PbxId);
        var steps = session.May(Permission.EditConfiguration) ? Steps(session, pairing, await calls.AnyAsync(cancel)) : [];
        var refused = session.May(Permission.ViewConfiguration)
            ? await db.Subscribers.CountAsync(s => s.PbxId == session.PbxId && !s.Deleted && s.State == SubscriberState.Failed, cancel)
            : 0;
        return new Overview(steps, Attention(session, pairing, refused), session.May(Permission.ViewAllCalls)
            ? await TodayAsync(session, calls, cancel) : null);
    }

    private static List<OverviewStep> Steps(PortalSession session, Pairing? pairing, bool called)
    {
        PbxDocument document = session.Snapshot.Document;
        return
        [
            new("Connect the phone system", "To Cloudonix for real calls, or to the built-in sandbox to try it.", pairing is not null,
                session.May(Permission.ManagePairing) ? Paths.Connect : null, "Connect"),
            new("Create an extension", "Everybody who takes calls gets one.", document.Extensions.Any(e => e is UserExtension),
                Paths.NewExtension, "Create extension"),
            new("Add a phone number", "The number that people call from outside, and where its calls go.", document.PhoneNumbers.Count > 0,
                Paths.NewPhoneNumber, "Add number"),
            new("Make a test call", "Call your number and see here what happens.", called, pairing is { IsSandbox: true }
                ? Paths.SandboxPhone : null, "Call"),
        ];
    }

    private static List<OverviewNotice> Attention(PortalSession session, Pairing? pairing, int refused)
    {
        if (!session.May(Permission.ViewConfiguration)) return [];
        var notices = new List<OverviewNotice>();
        if (pairing is { State: PairingState.NeedsRepair })
            notices.Add(new(Tone.Bad, "The connection to Cloudonix needs repair", pairing.LastError
                ?? "Callers may not reach you until it is connected again.", session.May(Permission.ManagePairing) ? Paths.Connect
                : null, "Connect again"));
        else if (pairing?.SyncError is { } error)
            notices.Add(new(Tone.Warning, "Phones could not be updated at Cloudonix", $"{error} It is tried again by itself.",
                Paths.Extensions, "See extensions"));
        if (refused > 0)
            notices.Add(new(Tone.Warning, refused == 1 ? "One phone could not be set up" : $"{refused} phones could not be set up",
                "Their people cannot be reached yet. It is tried again by itself.", Paths.Extensions, "See extensions"));
        return notices;
    }

    private async Task<OverviewToday> TodayAsync(PortalSession session, IQueryable<Call> calls, CancellationToken cancel)
    {
        var now = TimeZoneInfo.ConvertTime(clock.GetUtcNow(), session.Zone);
        var midnight = new DateTimeOffset(now.Date, session.Zone.GetUtcOffset(now.Date)).ToUniversalTime();
        var today = calls.OfBusiness().Where(c => c.StartedAt >= midnight);
        var counts = await today.GroupBy(c => c.Disposition).Select(g => new { g.Key, Count = g.Count() }).ToListAsync(cancel);
        var missed = await today.Where(c => c.Disposition == Disposition.Missed).OrderByDescending(c => c.StartedAt).Take(MissedShown)
            .Select(c => new OverviewCall(c.From, c.To, c.StartedAt)).ToListAsync(cancel);
        return new OverviewToday(tracker.For(session.PbxId).Count, counts.Sum(c => c.Count), Count(Disposition.Answered),
            Count(Disposition.Missed), Count(Disposition.Voicemail), missed);

        int Count(Disposition disposition) => counts.Find(c => c.Key == disposition)?.Count ?? 0;
    }
}

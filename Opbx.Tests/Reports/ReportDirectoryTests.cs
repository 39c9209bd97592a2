using Opbx.Core.Calls;
using Opbx.Core.Permissions;
using Opbx.Core.Reports;
using Opbx.Core.Routing;
using Opbx.Core.Routing.Trace;

namespace Opbx.Tests.Reports;

/// <summary>Reports on calls as they are stored.</summary>
public sealed class ReportDirectoryTests
{
    private static readonly Actor Owner = new(Histories.Pbx, Role.Owner, "owner@acme.example", ActorSource.Portal);
    private static readonly ReportRange Day = new(new DateOnly(2026, 3, 2), new DateOnly(2026, 3, 2), TimeZoneInfo.Utc);

    [Fact]
    public async Task A_supervisors_session_is_no_call_of_the_business()
    {
        await using var bench = await CallBench.OpenAsync();
        await KeepAsync(bench, "talk", CallDirection.Internal, Histories.Rings("1002"));
        await KeepAsync(bench, "visit", CallDirection.Internal, new CallJoined("talk"), Histories.Rings("1001"));
        var report = (await new ReportDirectory(bench.Database, bench.Configuration)
            .ReadAsync(Owner, Histories.Pbx, Day, null, default)).Value!;
        Assert.Equal(1, report.All.Total);
        Assert.Equal(["1001", "1002"], report.Extensions.Select(e => e.Number));
    }

    [Fact]
    public async Task What_was_chosen_in_menus_is_read_from_what_happened()
    {
        await using var bench = await CallBench.OpenAsync();
        await KeepAsync(bench, "pressed", CallDirection.Inbound, new MenuReached("Main"), new OptionChosen("Main", "2", "Sales"));
        await KeepAsync(bench, "waited", CallDirection.Inbound, new MenuReached("Main"), Histories.Rings("1001"));
        var report = (await new ReportDirectory(bench.Database, bench.Configuration)
            .ReadAsync(Owner, Histories.Pbx, Day, null, default)).Value!;
        Assert.Equal((2, "2"), (report.All.Total, Assert.Single(report.Choices).Digits));
    }

    [Fact]
    public async Task Causes_say_when_they_are_those_of_the_newest_calls_only()
    {
        await using var bench = await CallBench.OpenAsync();
        var directory = new ReportDirectory(bench.Database, bench.Configuration);
        await AddMissedAsync(bench, ReportDirectory.MostExplained);
        Assert.Null((await directory.MissedAsync(Owner, Histories.Pbx, Day, default)).Value!.Restriction);
        await AddMissedAsync(bench, 1);
        Assert.Equal("Only the newest 2,000 of 2,001 such calls were looked into.",
            (await directory.MissedAsync(Owner, Histories.Pbx, Day, default)).Value!.Restriction);
    }

    private static async Task KeepAsync(CallBench bench, string token, CallDirection direction, params RoutingEvent[] events)
    {
        Assert.True(await bench.Inbox.RecordAsync(Histories.Stage(1, direction, events).Stage! with { Token = token }));
        await bench.SendAsync(
            CallEventSource.Cdr,
            new {
                timestamp = Histories.Start.AddSeconds(30)
                .ToUnixTimeSeconds(), session =
                    new {
                        token, callStartTime = Histories.Start.ToUnixTimeMilliseconds(), callEndTime = Histories.Start.AddSeconds(30)
                        .ToUnixTimeMilliseconds()
                    }, disposition = "NOANSWER", duration = 30
            });
    }

    private static async Task AddMissedAsync(CallBench bench, int count)
    {
        await using var db = bench.Database.OpenUnrestricted();
        for (var i = 0; i < count; i++)
        {
            var call = new Call {
                Id = Guid.NewGuid(), OrganizationId = Histories.Pbx, PbxId = Histories.Pbx, Token = Guid.NewGuid()
                .ToString("N"), Direction = CallDirection.Inbound, Disposition = Disposition.Missed, StartedAt = Histories.Start,
                EndedAt = Histories.Start
            };
            Core.Calls.Log.CallSortKey.Update(call);
            db.Calls.Add(call);
        }
        await db.SaveChangesAsync();
    }
}

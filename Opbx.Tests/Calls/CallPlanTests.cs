using Microsoft.EntityFrameworkCore;
using Opbx.Core.Calls;
using Opbx.Core.Calls.Log;
using Opbx.Core.Permissions;
using Opbx.Core.Routing;

namespace Opbx.Tests.Calls;

/// <summary>How SQLite reads the call log: always along an index in the log's order, so that a page of a million calls is as fast as one of
/// a hundred.</summary>
public sealed class CallPlanTests
{
    private static readonly Actor Owner = new(Histories.Pbx, Role.Owner, "owner@acme.example", ActorSource.Api);
    private static readonly Actor User = Owner with { Role = Role.User, Own = new(Histories.Pbx, "1001") };
    private static readonly CallCursor Place = new(CallSortKey.At(Histories.Start));

    public static TheoryData<string, string> Queries => new()
    {
        { "first page", "IX_Calls_PbxId_SortKey" },
        { "next page", "IX_Calls_PbxId_SortKey" },
        { "previous page", "IX_Calls_PbxId_SortKey" },
        { "days", "IX_Calls_PbxId_SortKey" },
        { "live calls left out", "IX_Calls_PbxId_SortKey" },
        { "two digits", "IX_Calls_PbxId_SortKey" },
        { "direction", "IX_Calls_PbxId_Direction_SortKey" },
        { "direction, next page", "IX_Calls_PbxId_Direction_SortKey" },
        { "disposition", "IX_Calls_PbxId_Disposition_SortKey" },
        { "disposition of some days", "IX_Calls_PbxId_Disposition_SortKey" },
        { "digits", "CallSearch VIRTUAL TABLE" },
        { "digits, next page", "CallSearch VIRTUAL TABLE" },
        { "digits, previous page", "CallSearch VIRTUAL TABLE" },
        { "beginning of a number", "CallSearch VIRTUAL TABLE" },
        { "text", "CallSearch VIRTUAL TABLE" },
        { "caller", "CallSearch VIRTUAL TABLE" },
        { "dialled", "CallSearch VIRTUAL TABLE" },
        { "extension", "CallSearch VIRTUAL TABLE" },
        { "group", "CallSearch VIRTUAL TABLE" },
        { "own calls", "CallSearch VIRTUAL TABLE" },
        { "everything", "CallSearch VIRTUAL TABLE" },
    };

    [Theory]
    [MemberData(nameof(Queries))]
    public async Task Every_page_of_the_log_is_read_along_an_index_and_nothing_is_sorted(string name, string index)
    {
        await using var bench = await CallBench.OpenAsync(running: false);
        await using var db = bench.Database.OpenFor(Histories.Pbx);
        var plan = await PlanAsync(db, name);
        Assert.Contains(plan, line => line.Contains(index, StringComparison.Ordinal));
        Assert.DoesNotContain(plan, line => line.Contains("TEMP B-TREE", StringComparison.Ordinal));
        Assert.DoesNotContain(plan, line => line.StartsWith("SCAN", StringComparison.Ordinal)
            && !line.Contains("VIRTUAL TABLE", StringComparison.Ordinal));
        Assert.All(plan.Where(line => line.StartsWith("SEARCH", StringComparison.Ordinal)),
            line => Assert.Contains("SortKey", line, StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_page_is_turned_in_both_directions_without_losing_or_repeating_a_call()
    {
        await using var bench = await CallBench.OpenAsync();
        await Task.WhenAll(Enumerable.Range(0, 23).Select(i => bench.SendAsync(CallEventSource.Cdr, Record($"{i:D32}", i / 3))));
        var all = (await bench.Directory.ListAsync(Owner, Histories.Pbx, new CallQuery(), default)).Value!.Items.Select(c => c.Token)
            .ToList();
        foreach (var number in new[] { null, "2025550143" })
        {
            var (pages, cursor) = (new List<IReadOnlyList<string>>(), (string?)null);
            do
            {
                var page = (await bench.Directory.PartAsync(Owner, Histories.Pbx, Query(number, cursor), default)).Value!;
                pages.Add([.. page.Items.Select(c => c.Token)]);
                Assert.Equal(pages.Count == 1, page.Places!.Previous is null);
                cursor = page.Places.Next;
                if (cursor is not null) continue;
                for (var back = pages.Count - 2; back >= 0; back--)
                {
                    page = (await bench.Directory.PartAsync(Owner, Histories.Pbx, Query(number, page.Places!.Previous), default)).Value!;
                    Assert.Equal(pages[back], page.Items.Select(c => c.Token));
                    Assert.Equal(back == 0, page.Places!.Previous is null);
                }
            }
            while (cursor is not null);
            Assert.Equal(all, pages.SelectMany(p => p));
        }
    }

    [Fact]
    public async Task The_search_follows_what_is_learned_about_a_call_and_forgets_what_is_deleted()
    {
        await using var bench = await CallBench.OpenAsync();
        await bench.SendAsync(CallEventSource.Session,
            new {
                token = Histories.Token, id = 1, eventId = "a", callerId = "anonymous.caller", destination = "+12125550101",
                status = "ringing", modifiedAt = Histories.Start
            });
        Assert.Equal(1, await CountAsync(bench, "nymous.c"));
        await bench.Inbox.RecordAsync(Histories.Stage(1, Histories.Rings("1001")).Stage!);
        Assert.Equal(0, await CountAsync(bench, "nymous.c"));
        Assert.Equal(1, await CountAsync(bench, "55501"));
        await using (var db = bench.Database.OpenUnrestricted())
        {
            await db.Calls.ExecuteDeleteAsync();
            Assert.Empty(await db.ReadAsync("""SELECT rowid FROM "CallSearch" WHERE "CallSearch" MATCH '"555"'"""));
            await db.ReadAsync("""INSERT INTO "CallSearch"("CallSearch") VALUES('integrity-check')""");
        }
    }

    [Theory]
    [InlineData("\"")]
    [InlineData("a\"b OR c*")]
    [InlineData("100%_\\")]
    [InlineData("NOT x")]
    public async Task What_somebody_types_is_searched_as_it_is(string text)
    {
        await using var bench = await CallBench.OpenAsync();
        await bench.SendAsync(
            CallEventSource.Session,
            new {
                token = Histories.Token, id = 1, eventId = "a", callerId = $"x {text} y", destination = "+12125550101",
                status = "ringing", modifiedAt = Histories.Start
            });
        await bench.SendAsync(
            CallEventSource.Session,
            new {
                token = "other", id = 2, eventId = "b", callerId = "somebody", destination = "+12125550101", status = "ringing",
                modifiedAt = Histories.Start
            });
        Assert.Equal(1, await CountAsync(bench, text));
    }

    private static async Task<List<string>> PlanAsync(Opbx.Core.Persistence.OpbxDbContext db, string name)
    {
        var (actor, query) = Named(name);
        await db.Database.OpenConnectionAsync();
        await using var command = CallDirectory.Matching(db, actor, Histories.Pbx, query).Take(26).Select(CallSummary.Columns)
            .CreateDbCommand();
        command.CommandText = "EXPLAIN QUERY PLAN " + command.CommandText;
        await using var reader = await command.ExecuteReaderAsync();
        var lines = new List<string>();
        while (await reader.ReadAsync()) lines.Add(reader.GetString(3));
        return lines;
    }

    private static (Actor Actor, CallQuery Query) Named(string name) => name switch {
        "first page" => (Owner, new CallQuery()),
        "next page" => (Owner, new CallQuery { Cursor = Place }),
        "previous page" => (Owner, new CallQuery { Cursor = Place with { Newer = true } }),
        "days" => (Owner, new CallQuery { After = Histories.Start, Before = Histories.Start.AddDays(1) }),
        "live calls left out" => (Owner, new CallQuery { Without = ["a", "b"] }),
        "two digits" => (Owner, new CallQuery { Number = "12" }),
        "direction" => (Owner, new CallQuery { Direction = CallDirection.Internal }),
        "direction, next page" => (Owner, new CallQuery { Direction = CallDirection.Internal, Cursor = Place }),
        "disposition" => (Owner, new CallQuery { Disposition = Disposition.Missed }),
        "disposition of some days" => (Owner, new CallQuery { Disposition = Disposition.Missed, After = Histories.Start, Cursor = Place }),
        "digits" => (Owner, new CallQuery { Number = "555 01" }),
        "digits, next page" => (Owner, new CallQuery { Number = "55501", Cursor = Place }),
        "digits, previous page" => (Owner, new CallQuery { Number = "55501", Cursor = Place with { Newer = true } }),
        "beginning of a number" => (Owner, new CallQuery { Number = "+1202" }),
        "text" => (Owner, new CallQuery { Number = "anonym" }),
        "caller" => (Owner, new CallQuery { From = "+12025550143" }),
        "dialled" => (Owner, new CallQuery { To = "+12025550143" }),
        "extension" => (Owner, new CallQuery { Extension = "12" }),
        "group" => (Owner, new CallQuery { Group = "Front desk" }),
        "own calls" => (User, new CallQuery()),
        _ => (User, new CallQuery {
            Number = "55501", Direction = CallDirection.Inbound, Disposition = Disposition.Missed,
            Extension = "1001", After = Histories.Start, Cursor = Place, Without = ["a"]
        }),
    };

    private static CallQuery Query(string? number, string? cursor) =>
        new() { Number = number, Limit = 5, Cursor = CallCursor.Parse(cursor ?? "") };

    private static async Task<int> CountAsync(CallBench bench, string number) =>
        (await bench.Directory.ListAsync(Owner, Histories.Pbx, new CallQuery { Number = number }, default)).Value!.Items.Count;

    private static object Record(string token, int minute) => new {
        timestamp = Histories.Start.AddHours(2).ToUnixTimeSeconds(),
        session = new {
            token, callStartTime = Histories.Start.AddMinutes(minute)
            .ToUnixTimeMilliseconds(), callAnswerTime = 0, callEndTime = Histories.Start.AddHours(2).ToUnixTimeMilliseconds()
        },
        from = "+12025550143",
        to = "+12125550101",
        disposition = "NOANSWER",
        duration = 5,
        billsec = 0,
    };
}

using System.Globalization;
using System.Text;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;
using Opbx.Core.Audit;
using Opbx.Core.Calls;
using Opbx.Core.Calls.Log;
using Opbx.Core.Configuration;
using Opbx.Core.Document;
using Opbx.Core.Document.Integrations;
using Opbx.Core.Integrations.Delivery;
using Opbx.Core.Integrations.Outbox;
using Opbx.Core.Permissions;
using Opbx.Core.Persistence;
using Opbx.Core.Privacy;
using Opbx.Core.Routing;
using Opbx.Core.Routing.Trace;
using Opbx.Core.Shared;
using Opbx.Core.Users;
using Opbx.Core.Users.Choices;

namespace Opbx.Tests.Privacy;

/// <summary>Deleting what is kept about the number of a person outside, on request.</summary>
public sealed class PersonalDataTests
{
    private const string Person = "+12025550143";
    private const string Tail = "5550143";
    private const string Other = "+13105550199";

    [Fact]
    public async Task Afterwards_the_number_is_nowhere_in_the_database_file_and_its_audio_is_gone()
    {
        await using var bench = await RecordingBench.OpenAsync();
        await FillAsync(bench);
        var before = await Finder(bench).CountAsync(RecordingBench.Owner, "(202) 555-0143", "US", default);
        var done = await Eraser(bench).EraseAsync(RecordingBench.Owner, "(202) 555-0143", "US", default);
        Assert.Equal(before.Value!.Counts, done.Value!.Counts);
        Assert.Equal(new PersonalDataCounts(Calls: 3, Decisions: 3, Messages: 3, Recordings: 0, Voicemail: 1, Events: 1, Deliveries: 1,
            Mentions: 6), done.Value.Counts);
        Assert.Empty(Directory.EnumerateFiles(bench.Folder, "*", SearchOption.AllDirectories));
        Assert.Empty(bench.Calls.Recordings.For(Histories.Pbx, "1001"));
        await bench.Calls.Writer.StopAsync(default);
        SqliteConnection.ClearAllPools();
        var file = Encoding.Latin1.GetString(
            await File.ReadAllBytesAsync(new SqliteConnectionStringBuilder(bench.Calls.Connection).DataSource,
                TestContext.Current.CancellationToken));
        Assert.DoesNotContain(Tail, file, StringComparison.Ordinal);
        Assert.Contains(Other[1..], file, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Calls_of_others_stay_readable_and_only_hide_the_number()
    {
        await using var bench = await RecordingBench.OpenAsync();
        await FillAsync(bench);
        await Eraser(bench).EraseAsync(RecordingBench.Owner, Person, "US", default);
        var detail = (await bench.Calls.Directory.GetAsync(RecordingBench.Owner, Histories.Pbx, "forwarded", default)).Value!;
        Assert.Equal(Other, detail.Call.From);
        Assert.Equal("+*********43 rings.", detail.Stages[0].Steps[0].Reason);
        Assert.Contains("<Number>+*********43</Number>", detail.Stages[0].Cxml, StringComparison.Ordinal);
        Assert.Equal(["forwarded", "other"],
            (await bench.Calls.Directory.ListAsync(RecordingBench.Owner, Histories.Pbx, new CallQuery { Number = Other },
                default)).Value!.Items.Select(c => c.Token).Order(StringComparer.Ordinal));
        Assert.Equal(0, (await Finder(bench).CountAsync(RecordingBench.Owner, Person, "US", default)).Value!.Counts.Total);
    }

    [Fact]
    public async Task The_history_says_who_did_it_and_how_much_it_was_but_not_for_whom()
    {
        await using var bench = await RecordingBench.OpenAsync();
        await FillAsync(bench);
        await Eraser(bench).EraseAsync(RecordingBench.Owner, Person, "US", default);
        await using var db = bench.Calls.Database.OpenUnrestricted();
        var entry = await db.History.SingleAsync(h => h.Kind == PersonalDataEraser.HistoryKind);
        Assert.Equal(("owner@acme.example", "+*********43", ChangeAction.Deleted, Histories.Pbx),
            (entry.Actor, entry.Key, entry.Action, entry.OrganizationId));
        Assert.Contains("\"calls\":3", entry.Before, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_the_configuration_says_stays_with_its_history_and_is_named()
    {
        await using var bench = await RecordingBench.OpenAsync();
        await using (var db = bench.Calls.Database.OpenUnrestricted())
        {
            db.ConfiguredObjects.Add(
                new ObjectRow {
                    Id = Guid.NewGuid(), OrganizationId = Histories.Pbx, PbxId = Histories.Pbx,
                    Kind = ObjectKind.BlockedCallers.Name, Key = Person, Json = $$"""{"pattern":"{{Person}}"}"""
                });
            db.History.Add(Changed(Person));
            await db.SaveChangesAsync();
        }
        var done = await Eraser(bench).EraseAsync(RecordingBench.Owner, Person, "US", default);
        Assert.Equal([$"{ObjectKind.BlockedCallers.Noun} {Person}"], done.Value!.Places);
        await using var after = bench.Calls.Database.OpenUnrestricted();
        Assert.Equal(Person, (await after.History.SingleAsync(h => h.Kind == "blockedCallers")).Key);
    }

    [Theory]
    [InlineData(Role.Admin)]
    [InlineData(Role.Supervisor)]
    [InlineData(Role.User)]
    [InlineData(Role.Reporter)]
    public async Task Only_owners_may_look_and_delete(Role role)
    {
        await using var bench = await RecordingBench.OpenAsync();
        var actor = RecordingBench.Owner with { Role = role };
        Assert.Equal(FailureKind.Forbidden, (await Finder(bench).CountAsync(actor, Person, "US", default)).Failure!.Kind);
        Assert.Equal(FailureKind.Forbidden, (await Eraser(bench).EraseAsync(actor, Person, "US", default)).Failure!.Kind);
    }

    [Theory]
    [InlineData("", "whole phone number")]
    [InlineData("555", "whole phone number")]
    [InlineData("+12125550101", "one of your own")]
    public async Task What_is_no_number_of_a_person_outside_is_refused_with_a_sentence(string text, string sentence)
    {
        await using var bench = await RecordingBench.OpenAsync();
        var refused = await Eraser(bench).EraseAsync(RecordingBench.Owner, text, "US", default);
        Assert.Contains(sentence, refused.Failure!.Errors!.ByPointer["/number"][0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task While_the_person_is_on_the_phone_nothing_is_deleted()
    {
        await using var bench = await RecordingBench.OpenAsync();
        await bench.Calls.Inbox.RecordAsync(Histories.Stage(1, Histories.Rings("1001")).Stage!
            with { At = TimeProvider.System.GetUtcNow() });
        Assert.Equal(FailureKind.Conflict, (await Eraser(bench).EraseAsync(RecordingBench.Owner, Person, "US", default)).Failure!.Kind);
    }

    [Fact]
    public async Task Another_organization_keeps_what_it_has()
    {
        await using var bench = await RecordingBench.OpenAsync();
        var stranger = Guid.NewGuid();
        await using (var db = bench.Calls.Database.OpenUnrestricted())
        {
            var call = new Call {
                Id = Guid.NewGuid(), OrganizationId = stranger, PbxId = stranger, Token = "theirs", From = Person,
                FromDigits = Person[1..]
            };
            CallSortKey.Update(call);
            db.Calls.Add(call);
            await db.SaveChangesAsync();
        }
        Assert.Equal(0, (await Eraser(bench).EraseAsync(RecordingBench.Owner, Person, "US", default)).Value!.Counts.Total);
        await using var after = bench.Calls.Database.OpenUnrestricted();
        Assert.Equal(Person, (await after.Calls.SingleAsync()).From);
    }

    /// <summary>A call that left a message and was told to an integration, one dialled nationally, one only known by its record; others
    /// that mention the number, and one that does not.</summary>
    private static async Task FillAsync(RecordingBench bench)
    {
        await bench.ReachMailboxAsync("message");
        await bench.LeaveAsync("message");
        await bench.FetchAsync();
        await bench.Calls.SendAsync(CallEventSource.Cdr, Cdr("message", Person));
        await bench.Calls.SendAsync(CallEventSource.Cdr, Cdr("record-only", Person));
        await bench.StageAsync(
            new() {
                PbxId = Histories.Pbx, OrganizationId = Histories.Pbx, Token = "x", At = Histories.Start,
                Stage = Histories.Stage(1, CallDirection.Outbound).Stage! with { To = "2025550143" }
            }, "dialled");
        await bench.Calls.SendAsync(CallEventSource.Session,
            new {
                token = "dialled", id = 1, eventId = "end", status = "completed", modifiedAt = Histories.Start.AddSeconds(9),
                callEndTime = Histories.Start.AddSeconds(9).ToUnixTimeMilliseconds()
            });
        var forward = Histories.Stage(1, new RingStarted([], [Person], null)).Stage!
            with {
            From = Other,
            Trace = [new TraceStep("ring", null, "ring", $"{Person} rings.")],
            Cxml = $"<Response><Dial><Number>{Person}</Number></Dial></Response>"
        };
        await bench.Calls.Inbox.RecordAsync(forward with { Token = "forwarded" });
        await bench.Calls.SendAsync(CallEventSource.Cdr, Cdr("forwarded", Other, note: Person));
        await bench.Calls.SendAsync(CallEventSource.Cdr, Cdr("other", Other));
        await using var db = bench.Calls.Database.OpenUnrestricted();
        var user = new User { Id = Guid.NewGuid(), OrganizationId = Histories.Pbx, UserName = "sue@acme.example" };
        db.Users.Add(user);
        db.UserChoices.Add(
            new UserChoice {
                Id = Guid.NewGuid(), OrganizationId = Histories.Pbx, UserId = user.Id, Place = "calls",
                Value = $"search=202{Tail}"
            });
        AddEvent(db, "message", Person);
        AddEvent(db, "forwarded", Person);
        db.History.Add(Changed(Person));
        await db.SaveChangesAsync();
    }

    private static void AddEvent(OpbxDbContext db, string token, string number)
    {
        var occurred =
            new IntegrationEvent {
                Id = $"msg_{token}", OrganizationId = Histories.Pbx, PbxId = Histories.Pbx, Trigger = Trigger.CallEnded,
                SourceKey = token, CallUuid = token, OccurredAt = Histories.Start, Values = $$"""{"sourceNumber":"{{number}}"}""",
                Scope = "{}"
            };
        var delivery =
            new WebhookDelivery {
                Id = $"dlv_{token}", OrganizationId = Histories.Pbx, IntegrationId = Histories.Pbx, EventId = occurred.Id,
                KindKey = "live"
            };
        db.AddRange(occurred, delivery);
        db.Add(new DeliveryAttempt {
            OrganizationId = Histories.Pbx, DeliveryId = delivery.Id, Number = 1,
            Request = $$"""{"body":"{{number}}"}""", Response = $"echo {number}"
        });
    }

    private static HistoryEntry Changed(string number) => new() {
        Id = Guid.NewGuid(),
        OrganizationId = Histories.Pbx,
        Actor = "owner@acme.example",
        Kind = "blockedCallers",
        Key = number,
        Action = ChangeAction.Deleted,
        Before = $$"""{"pattern":"{{number}}"}""",
    };

    private static object Cdr(string token, string from, string note = "") => new {
        timestamp = Histories.Start.AddSeconds(60).ToUnixTimeSeconds(),
        session = new {
            token, callStartTime = Histories.Start.ToUnixTimeMilliseconds(), callAnswerTime = 0,
            callEndTime = Histories.Start.AddSeconds(60).ToUnixTimeMilliseconds()
        },
        from,
        to = "+12125550101",
        disposition = "ANSWER",
        duration = 60,
        billsec = 50,
        note = string.Create(CultureInfo.InvariantCulture, $"via {note}"),
    };

    private static PersonalDataFinder Finder(RecordingBench bench) =>
        new(bench.Calls.Database, bench.Calls.Configuration, bench.Calls.Board);

    private static PersonalDataEraser Eraser(RecordingBench bench) =>
        new(Finder(bench), bench.Calls.Writer, bench.Files, bench.Calls.Recordings, TimeProvider.System,
            NullLogger<PersonalDataEraser>.Instance);
}

using System.Net;
using Microsoft.Extensions.Time.Testing;
using Opbx.Core.Audit;
using Opbx.Core.Calls;
using Opbx.Core.Calls.Control;
using Opbx.Core.Calls.Live;
using Opbx.Core.Calls.Log;
using Opbx.Core.Calls.Reconciling;
using Opbx.Core.Cloudonix;
using Opbx.Core.Cloudonix.Cxml;
using Opbx.Core.Document;
using Opbx.Core.Pbxs;
using Opbx.Core.Permissions;
using Opbx.Core.Persistence;
using Opbx.Core.Plans;
using Opbx.Core.Routing;
using Opbx.Core.Routing.Decisions;
using Opbx.Core.Shared;
using Opbx.Portal.Sandbox;
using Opbx.Portal.Sandbox.Calls;

namespace Opbx.Tests.Calls.Control;

/// <summary>What people do to live calls, through the real portal and the sandbox over HTTP.</summary>
public sealed class LiveControlTests(LivePortal host) : IClassFixture<LivePortal>
{
    private static readonly ExtensionDestination Ben = new() { Number = "1002" };

    [Fact]
    public async Task A_talk_is_transferred_to_another_phone_and_says_so_everywhere()
    {
        var call = await TalkAsync();
        var done = await host.Get<TransferRunner>().TransferAsync(host.Supervisor, host.Pbx, call.Token, Ben, default);
        Assert.True(done.Ok, done.Failure?.Message);
        var ringing = await call.UntilAsync(SandboxWaitingKind.Dial);
        Assert.Equal(["1002"], ringing.Numbers);
        await host.UntilLiveAsync(call.Token, c => c is { State: CallState.Ringing, Ringing: "|1002|" });
        Assert.DoesNotContain("1001", host.Board.Busy(host.Pbx));
        Assert.True(call.Answer("1002"));
        await host.UntilLiveAsync(call.Token, c => c is { State: CallState.Connected, AnsweredBy: "1002" });
        Assert.True(call.CalleeHangUp());
        await call.EndAsync();
        var detail = await host.DetailAsync(call.Token);
        Assert.Equal((Disposition.Answered, "1002"), (detail.Call.Disposition!.Value, detail.Call.AnsweredBy));
        Assert.Contains(detail.Stages.SelectMany(s => s.Steps), s => s.Code == "transferred");
        var entry = Assert.Single(await host.HistoryAsync(call.Token));
        Assert.Equal((ChangeAction.Acted, "sue@acme.example", CallAudit.Kind), (entry.Action, entry.Actor, entry.Kind));
        Assert.Contains("\"number\":\"1002\"", entry.After, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_call_that_nobody_takes_after_a_transfer_was_answered_before()
    {
        var call = await TalkAsync();
        Assert.True((await host.Get<TransferRunner>()
            .TransferAsync(host.Supervisor, host.Pbx, call.Token, new ExtensionDestination { Number = "1003" }, default)).Ok);
        await call.UntilAsync(SandboxWaitingKind.Dial);
        Assert.True(call.HangUp());
        await call.EndAsync();
        Assert.Equal((Disposition.Answered, "1001"),
            ((await host.DetailAsync(call.Token)).Call.Disposition!.Value, (await host.DetailAsync(call.Token)).Call.AnsweredBy));
    }

    [Fact]
    public async Task A_call_that_rings_is_transferred_into_a_menu()
    {
        var call = await host.CallAsync();
        await call.UntilAsync(SandboxWaitingKind.Dial);
        await host.UntilLiveAsync(call.Token, c => c.State == CallState.Ringing);
        Assert.True((await host.Get<TransferRunner>()
            .TransferAsync(host.Supervisor, host.Pbx, call.Token, new IvrDestination { Name = "Main menu" }, default)).Ok);
        await call.UntilAsync(SandboxWaitingKind.Gather);
        await host.UntilLiveAsync(call.Token, c => c.State == CallState.InMenu);
        Assert.True(call.HangUp());
        await call.EndAsync();
        Assert.Equal(Disposition.Missed, (await host.DetailAsync(call.Token)).Call.Disposition);
    }

    [Fact]
    public async Task What_cannot_be_transferred_says_why_and_stays_as_it_is()
    {
        var runner = host.Get<TransferRunner>();
        Assert.Contains("over", (await runner.TransferAsync(host.Supervisor, host.Pbx, "nothing", Ben, default)).Failure!.Message,
            StringComparison.Ordinal);
        var call = await TalkAsync();
        foreach (var wrong in new Destination[] { new ExtensionDestination { Number = "4711" },
            new ExternalDestination { Number = "+19005550100" }, new HangupDestination() })
            Assert.Equal(FailureKind.Invalid,
                (await runner.TransferAsync(host.Supervisor, host.Pbx, call.Token, wrong, default)).Failure!.Kind);
        var outbound = await host.CallFromAsync("1002", "+12025550177");
        await host.UntilLiveAsync(outbound.Token, c => c is { Direction: CallDirection.Outbound, State: CallState.Ringing });
        Assert.Contains(
            "own phones", (await runner.TransferAsync(host.Supervisor, host.Pbx, outbound.Token, Ben, default)).Failure!.Message,
            StringComparison.Ordinal);
        Assert.Equal(SandboxWaitingKind.Bridge, call.Waiting!.Kind);
        Assert.Empty(await host.HistoryAsync(call.Token));
        await EndAsync(call, outbound);
    }

    [Fact]
    public async Task Only_those_who_may_act_on_calls_do()
    {
        var call = await TalkAsync();
        foreach (var role in new[] { Role.User, Role.Reporter })
        {
            var person = host.Supervisor with { Role = role };
            Assert.Equal(FailureKind.Forbidden,
                (await host.Get<HangUpRunner>().HangUpAsync(person, host.Pbx, call.Token, default)).Failure!.Kind);
            Assert.Equal(FailureKind.Forbidden,
                (await host.Get<TransferRunner>().TransferAsync(person, host.Pbx, call.Token, Ben, default)).Failure!.Kind);
            Assert.Equal(FailureKind.Forbidden,
                (await host.Get<JoinRunner>().JoinAsync(person, host.Pbx, call.Token, JoinKind.Listen, default)).Failure!.Kind);
        }
        var stranger = host.Supervisor with { OrganizationId = Guid.NewGuid() };
        Assert.False((await host.Get<HangUpRunner>().HangUpAsync(stranger, host.Pbx, call.Token, default)).Ok);
        Assert.False((await host.Get<TransferRunner>().TransferAsync(stranger, host.Pbx, call.Token, Ben, default)).Ok);
        Assert.False((await host.Get<JoinRunner>().JoinAsync(stranger, host.Pbx, call.Token, JoinKind.Listen, default)).Ok);
        Assert.Equal(SandboxWaitingKind.Bridge, call.Waiting!.Kind);
        await EndAsync(call);
    }

    [Fact]
    public async Task Hanging_up_through_the_API_ends_the_call_and_is_in_the_history()
    {
        var call = await TalkAsync();
        using var client = host.Client(await host.KeyAsync("Supervisor"));
        Assert.Equal(HttpStatusCode.NoContent, (await client.DeleteAsync($"/api/v1/pbxs/{host.Pbx}/calls/{call.Token}")).StatusCode);
        await call.EndAsync();
        Assert.Contains("hangUp", Assert.Single(await host.HistoryAsync(call.Token)).After, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Conflict, (await client.DeleteAsync($"/api/v1/pbxs/{host.Pbx}/calls/{call.Token}")).StatusCode);
        Assert.Single(await host.HistoryAsync(call.Token));
    }

    /// <summary>The person's browser goes away as soon as the platform was asked.</summary>
    [Theory]
    [InlineData(LiveCallActionKind.HangUp)]
    [InlineData(LiveCallActionKind.Transfer)]
    [InlineData(LiveCallActionKind.Join)]
    public async Task What_the_platform_was_told_to_do_is_in_the_history_also_when_the_person_is_gone(LiveCallActionKind deed)
    {
        var call = await TalkAsync();
        using var gone = new CancellationTokenSource();
        // The clock is looked at when the platform has done it, and then the person is gone.
        var clock = new FakeTimeProvider(TimeProvider.System.GetUtcNow()) { AutoAdvanceAmount = TimeSpan.FromTicks(1) };
        await using var leaving = clock.CreateTimer(_ => gone.Cancel(), null, clock.AutoAdvanceAmount, Timeout.InfiniteTimeSpan);
        var audit = new CallAudit(host.Get<Database>(), clock);
        var (control, plans, endpoints) = (host.Get<CallControl>(), host.Get<DialPlanStore>(), host.Get<EndpointKeys>());
        var addresses = host.Get<CallAddresses>();
        var hangUp = new HangUpRunner(host.Get<CallDirectory>(), control, audit, host.Get<StuckCallCloser>());
        var transfer = new TransferRunner(plans, endpoints, addresses, host.Board, control, host.Get<PickedUpCalls>(), audit,
            TimeProvider.System);
        var join = new JoinRunner(plans, endpoints, addresses, host.Board, control, host.Get<ICallJournal>(), audit,
            host.Get<RoutingContexts>());
        var done = deed switch {
            LiveCallActionKind.HangUp => await hangUp.HangUpAsync(host.Supervisor, host.Pbx, call.Token, gone.Token),
            LiveCallActionKind.Transfer => await transfer.TransferAsync(host.Supervisor, host.Pbx, call.Token, Ben, gone.Token),
            LiveCallActionKind.Join => await join.JoinAsync(host.Supervisor, host.Pbx, call.Token, JoinKind.Listen, gone.Token),
        };
        Assert.True(done.Ok, done.Failure?.Message);
        Assert.True(gone.IsCancellationRequested);
        Assert.Single(await host.HistoryAsync(call.Token));
        await EndAsync(call);
    }

    [Theory]
    [InlineData(JoinKind.Listen, "listen")]
    [InlineData(JoinKind.Whisper, "whisper")]
    [InlineData(JoinKind.Barge, "barge")]
    public async Task A_supervisors_phone_joins_a_talk_and_leaves_with_it(JoinKind how, string policy)
    {
        var call = await TalkAsync();
        var done = await host.Get<JoinRunner>().JoinAsync(host.Supervisor, host.Pbx, call.Token, how, default);
        Assert.True(done.Ok, done.Failure?.Message);
        await LivePortal.UntilAsync(() => Visit(call) is not null);
        var visit = host.Get<SandboxSoftphone>().Live.Single(c => c.Token == Visit(call));
        Assert.Equal("1003", (await visit.UntilAsync(SandboxWaitingKind.Dial)).Numbers.Single());
        Assert.True(visit.Answer());
        await visit.UntilAsync(SandboxWaitingKind.Coach);
        await host.UntilLiveAsync(visit.Token, c => c.State == CallState.Connected);
        Assert.Contains($"1003 joins this call ({policy}).", call.Sentences());
        await EndAsync(call);
        await visit.EndAsync();
        var detail = await host.DetailAsync(visit.Token);
        Assert.Equal((CallDirection.Internal, Disposition.Answered), (detail.Call.Direction, detail.Call.Disposition!.Value));
        Assert.Contains($"policy=\"{policy}\"", detail.Stages.Single().Cxml, StringComparison.Ordinal);
        Assert.Contains("\"extension\":\"1003\"", Assert.Single(await host.HistoryAsync(call.Token)).After, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_joins_without_a_phone_or_where_nobody_talks()
    {
        var runner = host.Get<JoinRunner>();
        var call = await host.CallAsync();
        await host.UntilLiveAsync(call.Token, c => c.State == CallState.Ringing);
        Assert.Contains(
            "Nobody talks", (await runner.JoinAsync(host.Supervisor, host.Pbx, call.Token, JoinKind.Listen, default)).Failure!.Message,
            StringComparison.Ordinal);
        await call.UntilAsync(SandboxWaitingKind.Dial);
        Assert.True(call.Answer());
        await host.UntilLiveAsync(call.Token, c => c.State == CallState.Connected);
        Assert.Contains(
            "no extension",
            (await runner.JoinAsync(host.Supervisor with { Own = null }, host.Pbx, call.Token, JoinKind.Listen, default)).Failure!.Message,
            StringComparison.Ordinal);
        Assert.Contains("another phone system",
            (await runner.JoinAsync(host.Supervisor with { Own = new(Guid.NewGuid(), "1003") }, host.Pbx, call.Token, JoinKind.Listen,
                default)).Failure!.Message, StringComparison.Ordinal);
        Assert.Contains("part of this call",
            (await runner.JoinAsync(host.Supervisor with { Own = new(host.Pbx, "1001") }, host.Pbx, call.Token, JoinKind.Listen,
                default)).Failure!.Message, StringComparison.Ordinal);
        await EndAsync(call);
    }

    private string? Visit(SandboxCall call) => host.Board.For(host.Pbx).FirstOrDefault(c => c.Joined == call.Token)?.Token;

    /// <summary>A caller from outside talks with Anna.</summary>
    private async Task<SandboxCall> TalkAsync()
    {
        var call = await host.CallAsync();
        await call.UntilAsync(SandboxWaitingKind.Dial);
        Assert.True(call.Answer());
        await host.UntilLiveAsync(call.Token, c => c is { State: CallState.Connected, AnsweredBy: "1001" });
        return call;
    }

    private static async Task EndAsync(params SandboxCall[] calls)
    {
        foreach (var call in calls)
        {
            call.HangUp();
            await call.EndAsync();
        }
    }
}

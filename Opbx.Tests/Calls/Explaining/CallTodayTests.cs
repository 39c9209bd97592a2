using Opbx.Core.Calls.Explaining;
using Opbx.Core.Configuration;
using Opbx.Core.Document;
using Opbx.Core.Document.Extensions;
using Opbx.Core.Permissions;
using Opbx.Core.Shared;
using Opbx.Portal.Sandbox.Calls;

namespace Opbx.Tests.Calls.Explaining;

/// <summary>Real calls of the sandbox, and what would happen to them today.</summary>
public sealed class CallTodayTests(LivePortal host) : IClassFixture<LivePortal>
{
    [Theory]
    [InlineData("answer")]
    [InlineData("answer, caller hangs up")]
    [InlineData("no answer, message")]
    [InlineData("busy, hangs up at the greeting")]
    [InlineData("gives up while it rings")]
    [InlineData("menu by an extension, wrong key, nothing, then the front desk")]
    public async Task While_nothing_is_changed_every_call_goes_the_same_way(string story)
    {
        var call = story.StartsWith("menu", StringComparison.Ordinal) ? await host.CallFromAsync("1003", "700") : await host.CallAsync();
        await PlayAsync(call, story);
        await call.EndAsync();
        await LivePortal.UntilAsync(() => host.Board.Find(host.Pbx, call.Token) is null);
        var today = await ExplainAsync(call.Token);
        Assert.True(today.Same, string.Join(Environment.NewLine, today.Steps.Select(s => $"{s.Is} {s.Then?.Reason} / {s.Today?.Reason}")));
        Assert.False(today.CutByHand);
    }

    [Fact]
    public async Task What_was_changed_since_is_shown_where_it_changes_the_way()
    {
        var call = await host.CallAsync();
        await PlayAsync(call, "no answer, message");
        await call.EndAsync();
        var editor = host.Get<ConfigurationEditor>();
        var owner = Actor.System(host.Supervisor.OrganizationId, "test");
        var before = host.Get<ConfigurationStore>().Find(host.Pbx)!.Document;
        var changed = before
            with {
            Extensions =
                [.. before.Extensions.Select(e => e is UserExtension { Number: "1001" } anna
                    ? anna with { RingTimeout = 33, Forwarding = anna.Forwarding
                        with { NoAnswer = new ExtensionDestination { Number = "1003" } } } : e)]
        };
        Assert.True((await editor.ImportAsync(owner, host.Pbx, changed, tryOnly: false, default)).Ok);
        var today = await ExplainAsync(call.Token);
        Assert.True((await editor.ImportAsync(owner, host.Pbx, before, tryOnly: false, default)).Ok);
        Assert.False(today.SameWay);
        Assert.Contains(today.Steps, s => s.Is == Comparison.Changed && s.Today!.Reason.Contains("33 seconds", StringComparison.Ordinal));
        Assert.Contains(today.Steps, s => s is { Is: Comparison.New, Today.Code: "noAnswerForwarding" });
        Assert.Contains(today.Steps, s => s is { Is: Comparison.New, Today: { Code: "ring", Node.Name: "1003" } });
    }

    [Fact]
    public async Task Only_the_way_until_somebody_moved_the_call_is_compared()
    {
        var call = await host.CallAsync();
        await call.UntilAsync(SandboxWaitingKind.Dial);
        await host.UntilLiveAsync(call.Token, c => c.Ringing.Length > 0);
        Assert.True((await host.Get<Core.Calls.Control.TransferRunner>()
            .TransferAsync(host.Supervisor, host.Pbx, call.Token, new IvrDestination { Name = "Main menu" }, default)).Ok);
        await call.UntilAsync(SandboxWaitingKind.Gather);
        Assert.True(call.HangUp());
        await call.EndAsync();
        var today = await ExplainAsync(call.Token);
        Assert.True(today is { CutByHand: true, Same: true });
    }

    [Fact]
    public async Task Who_may_not_simulate_may_not_compare()
    {
        var call = await host.CallAsync();
        await call.UntilAsync(SandboxWaitingKind.Dial);
        Assert.True(call.HangUp());
        await call.EndAsync();
        var refused = host.Get<CallExplainer>()
            .Explain(host.Supervisor with { Role = Role.Reporter }, host.Pbx, await host.DetailAsync(call.Token), null);
        Assert.Equal(FailureKind.Forbidden, refused.Failure!.Kind);
    }

    private async Task<CallExplanation> ExplainAsync(string token)
    {
        var result = host.Get<CallExplainer>().Explain(host.Supervisor, host.Pbx, await host.DetailAsync(token), null);
        Assert.True(result.Ok, result.Failure?.Message);
        return result.Value;
    }

    private static async Task PlayAsync(SandboxCall call, string story)
    {
        if (story.StartsWith("menu", StringComparison.Ordinal))
        {
            await PressAsync(call, "9#");
            await PressAsync(call, null);
            await PressAsync(call, "1");
            await call.UntilAsync(SandboxWaitingKind.Dial);
            Assert.True(call.Answer("1002"));
            await call.UntilAsync(SandboxWaitingKind.Bridge);
            Assert.True(call.CalleeHangUp());
            return;
        }
        await call.UntilAsync(SandboxWaitingKind.Dial);
        switch (story)
        {
            case "answer" or "answer, caller hangs up":
                Assert.True(call.Answer());
                await call.UntilAsync(SandboxWaitingKind.Bridge);
                Assert.True(story == "answer" ? call.CalleeHangUp() : call.HangUp());
                break;
            case "no answer, message":
                Assert.True(call.NoAnswer());
                await call.UntilAsync(SandboxWaitingKind.Record);
                Assert.True(call.LeaveMessage(7));
                break;
            case "busy, hangs up at the greeting":
                Assert.True(call.Busy("1001"));
                await call.UntilAsync(SandboxWaitingKind.Record);
                Assert.True(call.HangUp());
                break;
            default:
                Assert.True(call.HangUp());
                break;
        }
    }

    private static async Task PressAsync(SandboxCall call, string? keys)
    {
        var stages = call.Steps.Count(s => s.Kind == SandboxStepKind.Document);
        await call.UntilAsync(SandboxWaitingKind.Gather);
        Assert.True(keys is null ? call.NoInput() : call.Press(keys));
        await LivePortal.UntilAsync(() => call.Steps.Count(s => s.Kind == SandboxStepKind.Document) > stages);
    }
}

using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Opbx.Core.Calls;
using Opbx.Core.Calls.Ingest;
using Opbx.Core.Calls.Reconciling;
using Opbx.Core.Cloudonix;
using Opbx.Core.Persistence;
using Opbx.Portal.Sandbox.Calls;

namespace Opbx.Tests.Calls.Control;

/// <summary>Calls whose end was lost: the platform is asked over HTTP, and its answer goes the way of every message.</summary>
public sealed class StuckCallTests(LivePortal host) : IClassFixture<LivePortal>
{
    [Fact]
    public async Task A_call_that_the_platform_ended_without_telling_is_closed_with_what_it_says()
    {
        var call = await TalkAsync();
        await EndSilentlyAsync(call);
        Assert.Null((await RowAsync(call.Token)).EndedAt);
        await AgeAsync(call.Token, StuckCallCloser.Quiet);
        await host.Get<StuckCallCloser>().ReconcileAsync(default);
        var row = await RowAsync(call.Token);
        Assert.Equal((CallState.Ended, Disposition.Answered), (row.State, row.Disposition!.Value));
        Assert.Equal(call.EndedAt!.Value, row.EndedAt!.Value, TimeSpan.FromSeconds(1));
        Assert.Contains("ended", row.Told.Split(' '));
        Assert.Null(host.Board.Find(host.Pbx, call.Token));
        Assert.NotNull(LostRecord.ReasonOf((await host.DetailAsync(call.Token)).Record));
    }

    [Fact]
    public async Task A_record_of_the_platform_that_comes_later_counts()
    {
        var call = await TalkAsync();
        await EndSilentlyAsync(call);
        await AgeAsync(call.Token, StuckCallCloser.Quiet);
        await host.Get<StuckCallCloser>().ReconcileAsync(default);
        var record = new {
            timestamp = call.EndedAt!.Value.ToUnixTimeSeconds(), session =
            new { token = call.Token, callStartTime = call.StartedAt.ToUnixTimeMilliseconds() }, disposition = "ANSWER", duration = 77
        };
        await ReceiveAsync(CallEventSource.Cdr, record);
        Assert.Equal(77, (await RowAsync(call.Token)).Duration);
    }

    [Fact]
    public async Task A_call_that_goes_on_stays_and_is_not_asked_about_again_at_once()
    {
        var call = await TalkAsync();
        await AgeAsync(call.Token, StuckCallCloser.Quiet);
        var before = (await RowAsync(call.Token)).LastNewsAt;
        await host.Get<StuckCallCloser>().ReconcileAsync(default);
        var row = await RowAsync(call.Token);
        Assert.Equal(CallState.Connected, row.State);
        Assert.True(row.LastNewsAt > before);
        Assert.NotNull(host.Board.Find(host.Pbx, call.Token));
        Assert.True(call.HangUp());
        await call.EndAsync();
    }

    [Fact]
    public async Task A_call_that_the_platform_does_not_know_is_closed_and_says_so()
    {
        var token = Guid.NewGuid().ToString("N");
        await ReceiveAsync(
            CallEventSource.Session,
            new {
                id = 1, eventId = token, token, status = "ringing", callerId = LivePortal.Outsider, destination = LivePortal.AnnasNumber,
                direction = "incoming", modifiedAt = TimeProvider.System.GetUtcNow()
            });
        Assert.NotNull(host.Board.Find(host.Pbx, token));
        await AgeAsync(token, StuckCallCloser.Quiet);
        await host.Get<StuckCallCloser>().ReconcileAsync(default);
        var row = await RowAsync(token);
        Assert.Equal((CallState.Ended, Disposition.Failed), (row.State, row.Disposition!.Value));
        Assert.Null(host.Board.Find(host.Pbx, token));
        Assert.Contains("does not know", LostRecord.ReasonOf((await host.DetailAsync(token)).Record), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Hanging_up_a_call_that_the_platform_does_not_know_closes_it_at_once()
    {
        var token = Guid.NewGuid().ToString("N");
        await ReceiveAsync(
            CallEventSource.Session,
            new {
                id = 1, eventId = token, token, status = "connected", callerId = LivePortal.Outsider,
                modifiedAt = TimeProvider.System.GetUtcNow()
            });
        Assert.NotNull(host.Board.Find(host.Pbx, token));
        Assert.True((await host.Get<Core.Calls.Control.HangUpRunner>().HangUpAsync(host.Supervisor, host.Pbx, token, default)).Ok);
        Assert.Null(host.Board.Find(host.Pbx, token));
    }

    [Fact]
    public async Task Fresh_calls_are_not_asked_about_and_a_platform_that_refuses_changes_nothing()
    {
        var token = Guid.NewGuid().ToString("N");
        await ReceiveAsync(
            CallEventSource.Session,
            new {
                id = 1, eventId = token, token, status = "ringing", callerId = LivePortal.Outsider,
                modifiedAt = TimeProvider.System.GetUtcNow()
            });
        await host.Get<StuckCallCloser>().ReconcileAsync(default);
        Assert.Equal(CallState.Ringing, (await RowAsync(token)).State);
        await AgeAsync(token, StuckCallCloser.Quiet);
        string? key = null;
        await ChangePairingAsync(p => (key, p.ProtectedApiKey) = (p.ProtectedApiKey, ""));
        var before = await RowAsync(token);
        await host.Get<StuckCallCloser>().ReconcileAsync(default);
        await ChangePairingAsync(p => p.ProtectedApiKey = key!);
        var after = await RowAsync(token);
        Assert.Equal((before.State, before.LastNewsAt, before.EndedAt), (after.State, after.LastNewsAt, after.EndedAt));
        await host.Get<StuckCallCloser>().ReconcileAsync(default);
        Assert.Equal(CallState.Ended, (await RowAsync(token)).State);
    }

    /// <summary>Three calls that are older than the others: the platform answers with something else, and what is known of one cannot be
    /// read.</summary>
    [Fact]
    public async Task Calls_that_nobody_can_say_anything_about_keep_no_other_from_being_closed()
    {
        string[] tokens = [".", "..", Guid.NewGuid().ToString("N"), Guid.NewGuid().ToString("N")];
        foreach (var token in tokens)
            await ReceiveAsync(
                CallEventSource.Session,
                new {
                    id = 1, eventId = token, token, status = "ringing", callerId = LivePortal.Outsider,
                    modifiedAt = TimeProvider.System.GetUtcNow()
                });
        await using var db = host.Get<Database>().OpenUnrestricted();
        try
        {
            await db.Calls.Where(c => c.Token == tokens[2]).ExecuteUpdateAsync(c => c.SetProperty(x => x.Facts, "broken"));
            for (var i = 0; i < tokens.Length; i++) await AgeAsync(tokens[i], StuckCallCloser.Quiet + TimeSpan.FromMinutes(10 - i));
            await host.Get<StuckCallCloser>().ReconcileAsync(default);
            await host.Get<StuckCallCloser>().ReconcileAsync(default);
            Assert.Equal(CallState.Ended, (await RowAsync(tokens[3])).State);
            Assert.Equal(CallState.Ringing, (await RowAsync(tokens[0])).State);
        }
        finally
        {
            await db.Calls.Where(c => tokens.Contains(c.Token)).ExecuteDeleteAsync();
        }
    }

    private async Task<SandboxCall> TalkAsync()
    {
        var call = await host.CallAsync();
        await call.UntilAsync(SandboxWaitingKind.Dial);
        Assert.True(call.Answer());
        await host.UntilLiveAsync(call.Token, c => c.State == CallState.Connected);
        return call;
    }

    /// <summary>The call ends while the platform knows no address of ours.</summary>
    private async Task EndSilentlyAsync(SandboxCall call)
    {
        using var sandbox = host.SandboxClient();
        var profile = (await sandbox.GetFromJsonAsync<JsonObject>(""))!["profile"]!;
        await PatchAsync(sandbox, null, null);
        Assert.True(call.HangUp());
        await call.EndAsync();
        await PatchAsync(sandbox, (string?)profile["session-update-endpoint"], (string?)profile["cdr-endpoint"]);
    }

    private static async Task PatchAsync(HttpClient sandbox, string? session, string? cdr)
    {
        var profile =
            new Dictionary<string, string?>(StringComparer.Ordinal) { ["session-update-endpoint"] = session, ["cdr-endpoint"] = cdr };
        (await sandbox.PatchAsJsonAsync("", new { profile })).EnsureSuccessStatusCode();
    }

    private Task<Receipt> ReceiveAsync(CallEventSource source, object message) =>
        host.Get<Core.Calls.Ingest.CallInbox>()
            .ReceiveAsync(host.Pbx, host.Supervisor.OrganizationId, source,
                MessageBody.Open(System.Text.Json.JsonSerializer.SerializeToUtf8Bytes(message), "application/json")!);

    private async Task<Call> RowAsync(string token)
    {
        await using var db = host.Get<Database>().OpenUnrestricted();
        return await db.Calls.AsNoTracking().SingleAsync(c => c.Token == token);
    }

    private async Task AgeAsync(string token, TimeSpan age)
    {
        await using var db = host.Get<Database>().OpenUnrestricted();
        var at = TimeProvider.System.GetUtcNow() - age - TimeSpan.FromMinutes(1);
        await db.Calls.Where(c => c.Token == token).ExecuteUpdateAsync(c => c.SetProperty(x => x.LastNewsAt, at));
    }

    private async Task ChangePairingAsync(Action<Core.Cloudonix.Pairing> change)
    {
        await using var db = host.Get<Database>().OpenUnrestricted();
        change(await db.Pairings.SingleAsync());
        await db.SaveChangesAsync();
    }
}

using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Hosting;
using Opbx.Core.Cloudonix;
using Opbx.Core.Cloudonix.Sync;
using Opbx.Core.Shared;

namespace Opbx.Tests.Cloudonix.Sync;

/// <summary>Subscribers follow user extensions.</summary>
public sealed class SubscriberSyncTests : IAsyncLifetime
{
    private PairedPortal _portal = null!;

    public async ValueTask InitializeAsync()
    {
        _portal = await PairedPortal.StartAsync();
        await _portal.AddExtensionAsync("1001");
        await _portal.AddExtensionAsync("1002");
        await _portal.PairAsync();
    }

    public ValueTask DisposeAsync() => _portal.DisposeAsync();

    [Fact]
    public async Task Subscribers_are_created_with_the_extensions_passwords_and_known_by_their_ids()
    {
        var report = await _portal.SyncAsync();
        Assert.Equal((2, 0, true), (report.Written, report.Failed, report.InSync));
        Assert.Equal(_portal.Password("1001"), _portal.Remote.Password("1001"));
        var id = long.Parse(_portal.Remote.Subscriber("1002")!["id"]!.ToString(), System.Globalization.CultureInfo.InvariantCulture);
        Assert.Equal("1002", _portal.Get<SubscriberIndex>().ExtensionOf(_portal.PbxId, id));
        Assert.Null(_portal.Get<SubscriberIndex>().ExtensionOf(_portal.PbxId, 1));
        Assert.Null(_portal.Get<SubscriberIndex>().ExtensionOf(Guid.NewGuid(), id));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_second_synchronization_writes_nothing(bool terse)
    {
        _portal.Cloudonix.Terse = terse;
        await _portal.SyncAsync();
        var writes = _portal.Cloudonix.Writes.Count();
        Assert.Equal(0, (await _portal.SyncAsync()).Written);
        Assert.Equal(writes, _portal.Cloudonix.Writes.Count());
    }

    [Fact]
    public async Task An_adopted_subscriber_keeps_its_password_and_the_extension_takes_it_over()
    {
        _portal.Remote.Add("1001", "a-password-in-use");
        await _portal.SyncAsync();
        Assert.Equal("a-password-in-use", _portal.Remote.Password("1001"));
        Assert.Equal("a-password-in-use", _portal.Password("1001"));
    }

    [Fact]
    public async Task A_foreign_subscriber_is_left_alone()
    {
        _portal.Remote.Add("4000", "x");
        var report = await _portal.SyncAsync();
        Assert.Equal(1, report.Foreign);
        Assert.Equal("x", _portal.Remote.Password("4000"));
    }

    [Fact]
    public async Task Deactivating_renumbering_and_deleting_follow()
    {
        await _portal.SyncAsync();
        var id = _portal.Remote.Subscriber("1001")!["id"]!.ToString();
        await _portal.ChangeExtensionAsync("1001", e => e with { Number = "1005" });
        await _portal.DeleteExtensionAsync("1002");
        await _portal.SyncAsync();
        Assert.Equal(id, _portal.Remote.Subscriber("1005")!["id"]!.ToString());
        Assert.Null(_portal.Remote.Subscriber("1002"));
        await _portal.ChangeExtensionAsync("1005", e => e with { Active = false });
        await _portal.SyncAsync();
        Assert.False(_portal.Remote.Subscriber("1005")!["active"]!.GetValue<bool>());
    }

    [Fact]
    public async Task Comparing_tells_what_differs_and_writes_nothing()
    {
        await _portal.SyncAsync();
        _portal.Remote.Subscribers.Remove(_portal.Remote.Subscriber("1002")!);
        var writes = _portal.Cloudonix.Writes.Count();
        var report = await _portal.Get<SubscriberReconciler>().CompareAsync(_portal.Owner, _portal.PbxId, default);
        Assert.Equal([("1001", SyncItemState.Synced), ("1002", SyncItemState.Missing)],
            report.Value!.Items.Select(i => (i.Extension, i.State)));
        Assert.Equal(writes, _portal.Cloudonix.Writes.Count());
    }

    [Fact]
    public async Task A_refusal_of_one_subscriber_is_visible_and_does_not_stop_the_others()
    {
        _portal.Cloudonix.Fault = r =>
            Task.FromResult(r.Method == "POST" && r.Body!["msisdn"]!.ToString() == "1001" ? FakeCloudonix.Refuse(400, "not this one")
                : null);
        var report = await _portal.SyncAsync();
        Assert.Equal((1, 1), (report.Written, report.Failed));
        Assert.Contains("not this one", Assert.Single(report.Items, i => i.State == SyncItemState.Failed).Error, StringComparison.Ordinal);
        var pairing = (await _portal.Get<PairingDirectory>().GetAsync(_portal.Owner, _portal.PbxId, look: false, default)).Value!;
        Assert.Equal((1, 1), (pairing.Sync!.Synced, pairing.Sync.Failed));
        _portal.Cloudonix.Fault = null;
        Assert.True((await _portal.SyncAsync()).InSync);
    }

    [Fact]
    public async Task An_outage_stops_the_run_and_is_remembered_until_the_next_one()
    {
        _portal.Cloudonix.Fault = r => Task.FromResult(r.Method == "GET" ? null : Results.StatusCode(503));
        var report = await _portal.SyncAsync();
        Assert.Equal((0, 2), (report.Written, report.Failed));
        Assert.Single(_portal.Cloudonix.Writes, w => w.EndsWith("/subscribers", StringComparison.Ordinal));
        Assert.NotNull(
            (await _portal.Get<PairingDirectory>().GetAsync(_portal.Owner, _portal.PbxId, look: false, default)).Value!.Sync!.Error);
        _portal.Cloudonix.Fault = null;
        Assert.True((await _portal.SyncAsync()).InSync);
        Assert.Null((await _portal.Get<PairingDirectory>()
            .GetAsync(_portal.Owner, _portal.PbxId, look: false, default)).Value!.Sync!.Error);
    }

    [Fact]
    public async Task Without_a_list_of_subscribers_nothing_is_written()
    {
        var writes = _portal.Cloudonix.Writes.Count();
        _portal.Cloudonix.Fault = _ => Task.FromResult<IResult?>(Results.Content("<html>busy</html>", "text/html"));
        Assert.Equal(FailureKind.Upstream,
            (await _portal.Get<SubscriberReconciler>().RepairAsync(_portal.Owner, _portal.PbxId, default)).Failure!.Kind);
        Assert.Equal(writes, _portal.Cloudonix.Writes.Count());
    }

    [Fact]
    public async Task Subscribers_follow_a_change_by_themselves()
    {
        var worker = _portal.Get<IEnumerable<IHostedService>>().OfType<SubscriberSyncWorker>().Single();
        await worker.StartAsync(default);
        await _portal.AddExtensionAsync("1010");
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (!_portal.Cloudonix.Requests.Any(r => r.Method == "POST" && r.Body?["msisdn"]?.ToString() == "1010"))
            await Task.Delay(20, patience.Token);
        await worker.StopAsync(default);
    }

    [Fact]
    public async Task After_unpairing_and_pairing_again_phones_keep_their_passwords()
    {
        await _portal.SyncAsync();
        var before = _portal.Remote.Password("1001");
        await _portal.Get<PairingEnd>().UnpairAsync(_portal.Owner, _portal.PbxId, default);
        await _portal.PairAsync();
        Assert.Equal(0, (await _portal.SyncAsync()).Written);
        Assert.Equal(before, _portal.Remote.Password("1001"));
    }

    [Fact]
    public async Task A_PBX_that_is_not_paired_says_so()
    {
        var other = await _portal.AddPbxAsync("globex");
        Assert.Equal(FailureKind.Conflict,
            (await _portal.Get<SubscriberReconciler>().CompareAsync(_portal.Owner, other, default)).Failure!.Kind);
    }
}

using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Opbx.Core.Calls.Live;
using Opbx.Core.Cloudonix;
using Opbx.Core.Cloudonix.Sync;
using Opbx.Core.Configuration;
using Opbx.Core.Permissions;
using Opbx.Core.Shared;
using Opbx.Portal.Sandbox;
using Opbx.Portal.Sandbox.Calls;

namespace Opbx.Tests.Browser;

/// <summary>A supervisor watches a call of the sandbox, transfers it, listens to it and hangs it up.</summary>
public sealed class LiveCallsTests(SeededPortal portal) : IClassFixture<SeededPortal>
{
    private Guid Pbx => portal.Services.GetRequiredService<ConfigurationStore>().All.Single().PbxId;

    [Fact]
    public async Task A_call_appears_by_itself_is_transferred_listened_to_and_hung_up()
    {
        var domain = await PairAsync();
        await using var supervisor = await portal.VisitAsync(state: await portal.StateOfAsync(Role.Supervisor, "1010"));
        await supervisor.OpenAsync("/live-calls");
        await supervisor.Heading("Nobody is on the phone").WaitForAsync();

        var began = TimeProvider.System.GetTimestamp();
        var call = await portal.Services.GetRequiredService<SandboxSoftphone>()
            .DialAsync(domain, "+12025550143", "+12125550100", SandboxDirection.Inbound, "Ada Lovelace");
        await supervisor.Page.GetByText("Ada Lovelace").WaitForAsync();
        Assert.True(TimeProvider.System.GetElapsedTime(began) < TimeSpan.FromSeconds(10));
        await supervisor.Page.GetByText("Ringing at 1001 Anna Bell").WaitForAsync();
        await supervisor.Page.GetByText("one call goes on")
            .WaitForAsync(new LocatorWaitForOptions { State = WaitForSelectorState.Attached });
        await supervisor.ShouldLookGoodAsync("live-calls-ringing");

        await TransferAsync(supervisor);
        await call.UntilAsync(SandboxWaitingKind.Dial, w => w.Numbers.SequenceEqual(["1004"]));
        Assert.True(call.Answer("1004"));
        await supervisor.Page.GetByText("Talking with 1004 Dmitri Ivanov").WaitForAsync();

        await ListenAsync(supervisor, call);
        await HangUpAsync(supervisor, call);
    }

    [Fact]
    public async Task What_fails_is_said_at_the_call()
    {
        await using var owner = await portal.VisitAsync(state: portal.State);
        var domain = await PairAsync();
        var call = await portal.Services.GetRequiredService<SandboxSoftphone>()
            .DialAsync(domain, "+12025550198", "+12125550101", SandboxDirection.Inbound);
        await call.UntilAsync(SandboxWaitingKind.Dial);
        Assert.True(call.Answer());
        await owner.OpenAsync("/live-calls");
        var card = owner.Page.GetByRole(AriaRole.Listitem).Filter(new LocatorFilterOptions { HasText = "555-0198" });
        await card.GetByText("Talking with 1003").WaitForAsync();
        await card.GetByRole(AriaRole.Button, new LocatorGetByRoleOptions { Name = "Listen" }).ClickAsync();
        await card.GetByText("Your account is linked to no extension").WaitForAsync();
        Assert.True(call.HangUp());
        await card.WaitForAsync(new LocatorWaitForOptions { State = WaitForSelectorState.Detached });
    }

    private static async Task TransferAsync(Visitor supervisor)
    {
        await supervisor.Button("Transfer").ClickAsync();
        await supervisor.Page.GetByLabel("Transfer to: where to").SelectOptionAsync(new SelectOptionValue { Label = "Extension" });
        await supervisor.Page.Locator(".transfer .rz-dropdown").ClickAsync();
        await supervisor.Page.GetByPlaceholder("Search").Last.FillAsync("1004");
        await supervisor.Page.GetByRole(AriaRole.Option, new PageGetByRoleOptions { Name = "1004 Dmitri Ivanov" }).ClickAsync();
        await supervisor.ShouldLookGoodAsync("live-calls-transfer");
        await supervisor.Button("Transfer now").ClickAsync();
        await supervisor.Page.GetByText("is transferred to 1004 Dmitri Ivanov.").WaitForAsync();
        await supervisor.Page.GetByText("Ringing at 1004 Dmitri Ivanov").WaitForAsync();
    }

    private async Task ListenAsync(Visitor supervisor, SandboxCall call)
    {
        await supervisor.Button("Listen").ClickAsync();
        await supervisor.Page.GetByText("Your phone rings. Answer it to listen").WaitForAsync();
        var phone = portal.Services.GetRequiredService<SandboxSoftphone>().Live.Single(c => c.Start.From == "1010");
        await phone.UntilAsync(SandboxWaitingKind.Dial);
        await supervisor.Page.GetByText("The phone of 1010 Jonas Berg rings to join this call.").WaitForAsync();
        Assert.True(phone.Answer());
        await supervisor.Page.GetByText("1010 Jonas Berg has joined this call.").WaitForAsync();
        Assert.Contains("1010 joins this call (listen).", call.Sentences());
        await supervisor.ShouldLookGoodAsync("live-calls-listening");
        Assert.True(phone.Press("1"));
        await phone.EndAsync();
        await supervisor.Page.GetByText("has joined this call")
            .WaitForAsync(new LocatorWaitForOptions { State = WaitForSelectorState.Detached });
    }

    private async Task HangUpAsync(Visitor supervisor, SandboxCall call)
    {
        await supervisor.Button("Hang up").ClickAsync();
        await supervisor.Page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new LocatorGetByRoleOptions { Name = "Hang up" })
            .ClickAsync();
        await call.EndAsync();
        await supervisor.Page.GetByText("Ada Lovelace").WaitForAsync(new LocatorWaitForOptions { State = WaitForSelectorState.Detached });
        Assert.Null(portal.Services.GetRequiredService<LiveCallTracker>().Find(Pbx, call.Token));
    }

    private bool Known(string domain, string extension) =>
        portal.Services.GetRequiredService<SandboxDomains>().All.Single(d => d.Name == domain).Subscriber(extension) is { } phone
        && portal.Services.GetRequiredService<SubscriberIndex>().ExtensionOf(Pbx, phone.Id) == extension;

    /// <summary>Connects the phone system with the sandbox, once.</summary>
    private async Task<string> PairAsync()
    {
        var pbx = portal.Services.GetRequiredService<ConfigurationStore>().All.Single();
        var owner = Actor.System(pbx.OrganizationId, "test");
        if (await portal.Services.GetRequiredService<SandboxLines>().FindAsync(owner, pbx.PbxId, default) is { } known) return known;
        var sandbox = await portal.Services.GetRequiredService<SandboxDomains>().CreateAsync("acme");
        var paired = await portal.Services.GetRequiredService<PairingEditor>()
            .PairAsync(owner, pbx.PbxId, sandbox.Domain, new Secret(sandbox.ApiKey), isSandbox: true, default);
        Assert.True(paired.Ok, paired.Failure?.Message);
        // Who answered is known once the phones are.
        while (!Known(sandbox.Domain, "1003") || !Known(sandbox.Domain, "1004"))
            await Task.Delay(50, TestContext.Current.CancellationToken);
        return sandbox.Domain;
    }
}

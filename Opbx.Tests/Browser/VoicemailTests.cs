using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Opbx.Core.Cloudonix;
using Opbx.Core.Configuration;
using Opbx.Core.Permissions;
using Opbx.Core.Shared;
using Opbx.Portal.Sandbox;

namespace Opbx.Tests.Browser;

/// <summary>A caller leaves a message, its owner listens to it in the portal and deletes it.</summary>
public sealed class VoicemailTests(SeededPortal portal) : IClassFixture<SeededPortal>
{
    private const string Caller = "+12025550177";

    [Fact]
    public async Task A_message_left_through_the_sandbox_is_played_and_deleted_in_the_portal()
    {
        await PairAsync();
        await using var owner = await portal.VisitAsync(state: portal.State);
        await LeaveMessageAsync(owner);

        await owner.Page.GetByRole(AriaRole.Link, new PageGetByRoleOptions { NameRegex = new("^Voicemail") }).First.ClickAsync();
        await owner.Heading("Voicemail").WaitForAsync();
        var row = owner.Page.Locator("tbody tr").Filter(new LocatorFilterOptions { HasText = "(202) 555-0177" });
        await row.GetByText("New", new LocatorGetByTextOptions { Exact = true }).WaitForAsync();
        await owner.Page.GetByText("4 new messages").WaitForAsync(new LocatorWaitForOptions { State = WaitForSelectorState.Attached });
        await row.GetByRole(AriaRole.Button, new LocatorGetByRoleOptions { NameRegex = new("^Play ") }).ClickAsync();
        await row.GetByText("Heard", new LocatorGetByTextOptions { Exact = true }).WaitForAsync();
        await owner.Page.GetByText("3 new messages").WaitForAsync(new LocatorWaitForOptions { State = WaitForSelectorState.Attached });
        Assert.True(await row.Locator("audio")
            .EvaluateAsync<bool>("a => document.activeElement === a && a.duration > 2.5 && a.duration < 3.5 && a.seekable.length > 0"));
        await row.Locator("audio")
            .EvaluateAsync(
                "a => new Promise(done => { a.addEventListener('seeked', () => done(true), { once: true }); a.currentTime = 1.5; })");
        await owner.PictureAsync("voicemail-playing-light-1440");
        await owner.ShouldBeAccessibleAsync("voicemail");

        await row.GetByRole(AriaRole.Button, new LocatorGetByRoleOptions { NameRegex = new("^Delete ") }).ClickAsync();
        await owner.PictureAsync("voicemail-delete-light-1440");
        await owner.Button("Delete message").ClickAsync();
        await row.WaitForAsync(new LocatorWaitForOptions { State = WaitForSelectorState.Detached });
    }

    [Fact]
    public async Task Audio_is_for_those_who_are_signed_in_and_comes_in_ranges()
    {
        await using var owner = await portal.VisitAsync(state: portal.State);
        await owner.OpenAsync("/recordings");
        var path = (await owner.Page.Locator("a[download]").First.GetAttributeAsync("href"))!.Split('?')[0];
        var part = await owner.Page.APIRequest.GetAsync(path,
            new APIRequestContextOptions { Headers = new Dictionary<string, string> { ["Range"] = "bytes=44-143" } });
        Assert.Equal((206, 100, "audio/wav"), (part.Status, (await part.BodyAsync()).Length, part.Headers["content-type"]));

        using var stranger =
            new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = portal.Address };
        using var answer = await stranger.GetAsync(path);
        Assert.NotEqual(HttpStatusCode.OK, answer.StatusCode);
        Assert.False(answer.Content.Headers.ContentType?.MediaType?.StartsWith("audio/", StringComparison.Ordinal) == true);
    }

    private async Task PairAsync()
    {
        var pbx = portal.Services.GetRequiredService<ConfigurationStore>().All.Single();
        var made = await portal.Services.GetRequiredService<SandboxDomains>().CreateAsync("Acme Dental");
        var paired = await portal.Services.GetRequiredService<PairingEditor>()
            .PairAsync(Actor.System(pbx.OrganizationId, "test"), pbx.PbxId, made.Domain, new Secret(made.ApiKey), isSandbox: true, default);
        Assert.True(paired.Ok, paired.Failure?.Message);
    }

    private static async Task LeaveMessageAsync(Visitor visitor)
    {
        await visitor.OpenAsync("/sandbox-phone");
        await visitor.Page.GetByLabel("From number").FillAsync(Caller);
        await visitor.Page.GetByLabel("Number to dial").FillAsync("+12125550109");
        await visitor.Button("Dial").ClickAsync();
        await visitor.Page.GetByLabel("Length of the message in seconds").FillAsync("3");
        await visitor.Button("Leave the message").ClickAsync();
        await visitor.Page.GetByText("It lasted").WaitForAsync();
    }
}

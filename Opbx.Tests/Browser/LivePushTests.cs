using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Opbx.Core.Calls;
using Opbx.Core.Calls.Live;
using Opbx.Core.Calls.Recordings;
using Opbx.Core.Configuration;
using Opbx.Core.Notices;
using Opbx.Core.Organizations;
using Opbx.Core.Permissions;
using Opbx.Core.Persistence;
using Opbx.Core.Routing;

namespace Opbx.Tests.Browser;

/// <summary>What is pushed to open pages stays within the organization.</summary>
public sealed class LivePushTests(SeededPortal portal) : IClassFixture<SeededPortal>
{
    private const string Password = "a long enough password";

    [Fact]
    public async Task An_open_page_of_one_organization_never_shows_what_happens_in_another()
    {
        var acme = portal.Services.GetRequiredService<ConfigurationStore>().All.Single();
        var platform = new Actor(acme.OrganizationId, Role.Owner, "test", ActorSource.Portal, IsPlatformAdmin: true);
        var made = (await portal.Services.GetRequiredService<PlatformProvisioning>()
            .CreateAsync(platform, new OrganizationInput("Globex", null, "ann@globex.example", Password), CancellationToken.None)).Value!;
        await using var ann = await portal.VisitAsync();
        await ann.SignInAsync("ann@globex.example", Password);
        // The cookie of the chosen phone system is the browser's to set: another organization's is no choice.
        await ann.Page.Context.AddCookiesAsync(
            [new() { Name = "opbx-pbx", Value = acme.PbxId.ToString(), Url = portal.Address.ToString() }]);
        await ann.OpenAsync("/live-calls");
        Assert.Equal("Globex", await ann.Page.Locator(".brand-name").InnerTextAsync());

        var board = portal.Services.GetRequiredService<LiveCallTracker>();
        board.Show(Call(acme.OrganizationId, acme.PbxId, "Acme's Caller"));
        portal.Services.GetRequiredService<MailboxIndex>().Show(await MessageAsync(acme.OrganizationId));
        await NoticeAsync(acme.OrganizationId);
        board.Show(Call(made.Item.Id, made.PbxId, "Globex's Caller"));
        await ann.Page.GetByText("Globex's Caller").WaitForAsync();

        Assert.DoesNotContain("Acme's Caller", await ann.Page.ContentAsync(), StringComparison.Ordinal);
        await ann.Page.Locator("nav").GetByText("one call goes on")
            .WaitForAsync(new() { State = Microsoft.Playwright.WaitForSelectorState.Attached });
        Assert.Equal(1, await ann.Page.Locator("nav .badge").CountAsync());
        await ann.OpenAsync("/");
        var page = await ann.Page.ContentAsync();
        Assert.DoesNotContain("Acme's Caller", page, StringComparison.Ordinal);
        Assert.DoesNotContain("A receiver of Acme fails", page, StringComparison.Ordinal);
        await using var owner = await portal.VisitAsync(state: portal.State);
        await owner.OpenAsync("/live-calls");
        await owner.Page.GetByText("Acme's Caller").WaitForAsync();
        await owner.Page.GetByText("A receiver of Acme fails").WaitForAsync();
        Assert.DoesNotContain("Globex's Caller", await owner.Page.ContentAsync(), StringComparison.Ordinal);
    }

    private static LiveCall Call(Guid organization, Guid pbx, string caller) => new() {
        OrganizationId = organization,
        PbxId = pbx,
        Token = Guid.NewGuid().ToString("N"),
        Direction = CallDirection.Inbound,
        From = "+12025550143",
        To = "+12125550100",
        CallerName = caller,
        Extensions = "|1001|",
        State = CallState.Ringing,
        StartedAt = TimeProvider.System.GetUtcNow(),
        LastNewsAt = TimeProvider.System.GetUtcNow(),
        Path = "[]",
    };

    private async Task<Recording> MessageAsync(Guid organization)
    {
        await using var db = portal.Services.GetRequiredService<Database>().OpenFor(organization);
        return await db.Recordings.AsNoTracking().FirstAsync(r => r.Kind == RecordingKind.Message);
    }

    private async Task NoticeAsync(Guid organization)
    {
        await using var db = portal.Services.GetRequiredService<Database>().OpenFor(organization);
        portal.Services.GetRequiredService<NoticeStore>().Raise(db, organization, "test", "A receiver of Acme fails", "/integrations");
        await db.SaveChangesAsync();
    }
}

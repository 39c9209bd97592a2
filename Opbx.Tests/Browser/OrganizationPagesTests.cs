using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Opbx.Core.Organizations;
using Opbx.Core.Permissions;

namespace Opbx.Tests.Browser;

/// <summary>What somebody who runs the installation does with its organizations.</summary>
public sealed class OrganizationPagesTests(SeededPortal portal) : IClassFixture<SeededPortal>
{
    [Fact]
    public async Task An_organization_is_made_renamed_suspended_resumed_deleted_and_taken_back()
    {
        await using var admin = await portal.VisitAsync(state: portal.State);
        await admin.OpenAsync("/");
        await admin.Link("Organizations").ClickAsync();
        await admin.Link("New organization").ClickAsync();
        await admin.Page.GetByLabel("Name", new PageGetByLabelOptions { Exact = true })
            .FillAsync("Harbour Street Veterinary Practice and Animal Rescue");
        await admin.Page.GetByLabel("E-mail address of the owner").FillAsync("nobody");
        await admin.Button("Create").ClickAsync();
        await admin.Page.GetByText("This is not an e-mail address such as anna@example.com.").First.WaitForAsync();
        await admin.Page.GetByLabel("E-mail address of the owner").FillAsync("vera@harbour.example");
        await admin.Button("Create").ClickAsync();
        await admin.Page.GetByText("is ready").WaitForAsync();
        await admin.ShouldLookGoodAsync("organization-made");
        var link = await admin.Page.Locator(".link .value").InnerTextAsync();

        await using var vera = await portal.VisitAsync();
        await vera.Page.GotoAsync(link);
        await vera.Page.GetByLabel("Password").FillAsync("a sentence of her own");
        await vera.Button("Set password and sign in").ClickAsync();
        await vera.Heading("Dashboard").WaitForAsync();
        await vera.ReadyAsync();
        Assert.Equal(0, await vera.Link("Organizations").CountAsync());

        await admin.OpenAsync("/platform/organizations");
        await admin.ShouldLookGoodAsync("organizations-two");
        await admin.Page.Locator("tbody a.row-link").Filter(new LocatorFilterOptions { HasText = "Harbour" }).ClickAsync();
        await admin.Heading("Harbour Street").WaitForAsync();
        await admin.Page.GetByLabel("Name", new PageGetByLabelOptions { Exact = true }).FillAsync("Harbour Street Vets");
        await admin.Button("Save").ClickAsync();
        await admin.Heading("Harbour Street Vets").WaitForAsync();
        await admin.ShouldLookGoodAsync("organization");

        await admin.Button("Suspend").ClickAsync();
        await admin.Page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new LocatorGetByRoleOptions { Name = "Suspend" })
            .ClickAsync();
        await admin.Page.GetByText("This organization is suspended").WaitForAsync();
        await vera.Heading("Sign in").WaitForAsync();
        await admin.ShouldLookGoodAsync("organization-suspended");
        await admin.Button("Put into service again").ClickAsync();
        await admin.Page.GetByText("is in service again").WaitForAsync();

        Assert.True(await admin.Button("Delete this organization").IsDisabledAsync());
        await admin.Page.GetByLabel("Type the name of the organization").FillAsync("Harbour Street Vets");
        await admin.Button("Delete this organization").ClickAsync();
        await admin.Page.GetByText("This organization was deleted").WaitForAsync();
        await admin.ShouldLookGoodAsync("organization-deleted");
        await admin.Button("Take the deletion back").ClickAsync();
        await admin.Button("Suspend").WaitForAsync();
    }

    [Fact]
    public async Task Somebody_else_is_let_to_run_the_installation()
    {
        await using var admin = await portal.VisitAsync(state: portal.State);
        await using var other = await portal.VisitAsync(state: await portal.StateOfAsync(Role.Owner));
        await other.OpenAsync("/");
        Assert.Equal(0, await other.Link("Organizations").CountAsync());
        await admin.OpenAsync("/users?search=Owner");
        await admin.Page.Locator("tbody tr").Filter(new LocatorFilterOptions { HasNotText = TestPortal.OwnerEmail })
            .Locator("a.row-link").First.ClickAsync();
        await admin.Button("Let run the installation").ClickAsync();
        await admin.Page.GetByRole(AriaRole.Dialog)
            .GetByRole(AriaRole.Button, new LocatorGetByRoleOptions { Name = "Let run the installation" }).ClickAsync();
        await admin.Page.GetByText("runs the installation, too").WaitForAsync();
        await admin.ShouldLookGoodAsync("user-runs-the-installation");
        await other.Heading("Sign in").WaitForAsync();
        await admin.Button("Take the installation away").ClickAsync();
        await admin.Button("Take it away").ClickAsync();
        await admin.Page.GetByText("does not run the installation any more").WaitForAsync();
    }

    [Fact]
    public async Task Acting_is_announced_on_every_page_and_stopped_with_one_button()
    {
        var id = await FoundAsync("Ridge Road Bakery");
        await using var admin = await portal.VisitAsync();
        await admin.SignInAsync(TestPortal.OwnerEmail, TestPortal.OwnerPassword);
        await admin.OpenAsync($"/platform/organizations/{id}");
        await admin.Link("Act as this organization").ClickAsync();
        await admin.Heading("Act as Ridge Road Bakery").WaitForAsync();
        await admin.Page.GetByLabel("Reason").FillAsync("why");
        await admin.Button("Begin").ClickAsync();
        await admin.Page.GetByText("A reason needs 5 to 200 characters.").First.WaitForAsync();
        await admin.ShouldLookGoodAsync("act-reason");
        await admin.Page.GetByLabel("Reason").FillAsync("Ticket 4711: callers hear the wrong greeting on weekends");
        await admin.Button("Begin").ClickAsync();
        await admin.Heading("Dashboard").WaitForAsync();
        await admin.ReadyAsync();
        foreach (var path in new[] { "/", "/users", "/extensions/new", "/account/password" })
        {
            await admin.OpenAsync(path);
            await admin.Page.GetByText("acts as Ridge Road Bakery").WaitForAsync();
        }

        await admin.OpenAsync("/users");
        await admin.Page.GetByText("ann@ridge.example").First.WaitForAsync();
        await admin.ShouldLookGoodAsync("acting");
        Assert.Equal(0, await admin.Link("Organizations").CountAsync());
        await admin.Link("Invite somebody").ClickAsync();
        await admin.Page.GetByLabel("E-mail address").FillAsync("new@ridge.example");
        await admin.Button("Invite").ClickAsync();
        await admin.Page.GetByText("new@ridge.example is invited").WaitForAsync();
        await admin.OpenAsync("/history");
        await admin.Page.GetByText($"{TestPortal.OwnerEmail} acting for Ridge Road Bakery").First.WaitForAsync();
        await admin.ShouldLookGoodAsync("acting-history");

        // A second page of the same browser loses the right at once, too.
        var second = await admin.Page.Context.NewPageAsync();
        await second.GotoAsync("/users");
        await second.GetByText("acts as Ridge Road Bakery").WaitForAsync();
        await second.Locator("[data-interactive='1']").WaitForAsync();
        await admin.Button("Stop acting").ClickAsync();
        await admin.Heading("Organizations").WaitForAsync();
        await second.GetByRole(AriaRole.Heading, new PageGetByRoleOptions { Name = "Organizations" }).WaitForAsync();
        await second.GetByText("acts as Ridge Road Bakery")
            .WaitForAsync(new LocatorWaitForOptions { State = WaitForSelectorState.Detached });
    }

    private async Task<Guid> FoundAsync(string name)
    {
        var platform =
            new Actor(portal.Services.GetRequiredService<Core.Configuration.ConfigurationStore>().All.First().OrganizationId, Role.Owner,
                "test", ActorSource.Portal, IsPlatformAdmin: true);
        var made = await portal.Services.GetRequiredService<PlatformProvisioning>()
            .CreateAsync(platform, new OrganizationInput(name, "America/New_York", "ann@ridge.example", null), CancellationToken.None);
        Assert.True(made.Ok, made.Failure?.Message);
        return made.Value.Item.Id;
    }
}

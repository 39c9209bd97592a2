using Microsoft.Playwright;

namespace Opbx.Tests.Browser;

/// <summary>What an owner does with the people who use the portal.</summary>
public sealed class UsersPageTests(SeededPortal portal) : IClassFixture<SeededPortal>
{
    [Fact]
    public async Task Somebody_is_invited_chooses_a_password_works_and_is_out_at_once_when_deactivated()
    {
        await using var owner = await portal.VisitAsync(state: portal.State);
        var link = await InviteAsync(owner, "Grace O'Malley", "grace@acme.example", "Administrator", "1007 Grace O'Malley");
        await owner.ShouldLookGoodAsync("user-invited");

        await using var grace = await portal.VisitAsync();
        await grace.Page.GotoAsync(link);
        await grace.Heading("Welcome, Grace O'Malley").WaitForAsync();
        await grace.Page.GetByLabel("Password").FillAsync("a sentence of her own");
        await grace.Button("Set password and sign in").ClickAsync();
        await grace.Heading("Dashboard").WaitForAsync();
        await grace.OpenAsync("/users");
        Assert.Equal(0, await grace.Link("API keys").CountAsync());
        await grace.Link("owner@acme.example")
            .Or(grace.Page.Locator("tr").Filter(new LocatorFilterOptions { HasText = TestPortal.OwnerEmail })
                .Locator("a.row-link")).First.ClickAsync();
        await grace.Page.GetByText("Only owners change owners and administrators.").WaitForAsync();
        Assert.Equal(0, await grace.Button("Delete").CountAsync());
        await grace.ShouldLookGoodAsync("user-of-an-owner-for-an-administrator");
        await grace.OpenAsync("/extensions");

        await owner.OpenAsync("/users?search=grace");
        await owner.ShouldLookGoodAsync("users-found");
        await owner.Page.Locator("tbody a.row-link").ClickAsync();
        await owner.Heading("Grace O'Malley").WaitForAsync();
        await owner.ShouldLookGoodAsync("user");
        await owner.Button("Deactivate").ClickAsync();
        await owner.Page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new LocatorGetByRoleOptions { Name = "Deactivate" })
            .ClickAsync();
        await owner.Page.GetByText("cannot sign in any more").WaitForAsync();

        await grace.Heading("Sign in").WaitForAsync();
        await grace.Page.GetByLabel("E-mail address").FillAsync("grace@acme.example");
        await grace.Page.GetByLabel("Password").FillAsync("a sentence of her own");
        await grace.Button("Sign in").ClickAsync();
        await grace.Page.GetByText("do not match").WaitForAsync();
    }

    [Fact]
    public async Task A_new_role_counts_at_once_and_a_reset_link_replaces_the_password()
    {
        await using var owner = await portal.VisitAsync(state: portal.State);
        var link = await InviteAsync(owner, "Femi Adeyemi", "femi@acme.example", "Supervisor", "None");
        await using var femi = await portal.VisitAsync();
        await ChooseAsync(femi, link, "the first sentence of his");
        await femi.OpenAsync("/extensions");

        await owner.OpenAsync("/users?search=femi");
        await owner.Page.Locator("tbody a.row-link").ClickAsync();
        await owner.Page.GetByLabel("Role").SelectOptionAsync("User");
        await owner.Button("Save").ClickAsync();
        await owner.Page.GetByText("Saved.").WaitForAsync();
        await femi.Heading("Sign in").WaitForAsync();
        await femi.SignInAsync("femi@acme.example", "the first sentence of his");
        await femi.OpenAsync("/extensions");
        await femi.Page.GetByText("You do not have permission").First.WaitForAsync();

        await owner.Button("Link to reset the password").ClickAsync();
        await owner.Button("Make the link").ClickAsync();
        await owner.Page.GetByText("A new link for Femi Adeyemi").WaitForAsync();
        await owner.ShouldLookGoodAsync("user-reset-link");
        await ChooseAsync(femi, await owner.Page.Locator(".link .value").InnerTextAsync(), "the second sentence of his");

        await owner.Button("Delete").ClickAsync();
        await owner.Button("Delete user").ClickAsync();
        await owner.Heading("Users").WaitForAsync();
        await femi.Heading("Sign in").WaitForAsync();
    }

    [Fact]
    public async Task The_rules_are_told_in_sentences()
    {
        await using var owner = await portal.VisitAsync(state: portal.State);
        await owner.OpenAsync("/users/new");
        await owner.Page.GetByLabel("Name", new PageGetByLabelOptions { Exact = true }).FillAsync("Nobody");
        await owner.Page.GetByLabel("E-mail address").FillAsync("nobody");
        await owner.Button("Invite").ClickAsync();
        await owner.Page.GetByText("This is not an e-mail address such as anna@example.com.").First.WaitForAsync();
        await owner.ShouldLookGoodAsync("user-invite-faults");
        await owner.Page.GetByLabel("E-mail address").FillAsync(TestPortal.OwnerEmail);
        await owner.Button("Invite").ClickAsync();
        await owner.Page.GetByText("Somebody has an account with this e-mail address already.").WaitForAsync();

        await using var again = await portal.VisitAsync(state: portal.State);
        await again.OpenAsync($"/users?search={TestPortal.OwnerEmail}");
        await again.Page.Locator("tbody a.row-link").ClickAsync();
        await again.Page.GetByText("Nobody changes their own role").WaitForAsync();
        Assert.Equal(0, await again.Button("Delete").CountAsync());
        Assert.Equal(0, await again.Button("Deactivate").CountAsync());
        await again.ShouldLookGoodAsync("user-self");
    }

    private static async Task<string> InviteAsync(Visitor owner, string name, string email, string role, string extension)
    {
        await owner.OpenAsync("/");
        await owner.Page.GetByRole(AriaRole.Link, new PageGetByRoleOptions { Name = "Users", Exact = true }).ClickAsync();
        await owner.Link("Invite somebody").ClickAsync();
        await owner.Page.GetByLabel("Name", new PageGetByLabelOptions { Exact = true }).FillAsync(name);
        await owner.Page.GetByLabel("E-mail address").FillAsync(email);
        await owner.Page.GetByLabel("Role").SelectOptionAsync(role);
        await owner.Page.GetByLabel("Own extension").SelectOptionAsync(extension);
        await owner.Button("Invite").ClickAsync();
        await owner.Page.GetByText($"{name} is invited").WaitForAsync();
        await owner.Page.GetByText("Mail is not set up in this portal").WaitForAsync();
        return await owner.Page.Locator(".link .value").InnerTextAsync();
    }

    private static async Task ChooseAsync(Visitor visitor, string link, string password)
    {
        await visitor.Page.GotoAsync(link);
        await visitor.Page.GetByRole(AriaRole.Textbox, new PageGetByRoleOptions { Name = "Password" }).FillAsync(password);
        await visitor.Button("Set password and sign in").ClickAsync();
        await visitor.Heading("Dashboard").WaitForAsync();
        await visitor.ReadyAsync();
    }
}

using Microsoft.Extensions.DependencyInjection;
using Opbx.Core.Configuration;
using Opbx.Core.Permissions;
using Opbx.Core.Users;

namespace Opbx.Tests.Browser;

/// <summary>What everybody does with their own account.</summary>
public sealed class AccountPageTests(SeededPortal portal) : IClassFixture<SeededPortal>
{
    private const string Email = "tove@acme.example";
    private const string First = "the first sentence of hers";
    private const string Second = "the second sentence of hers";

    [Fact]
    public async Task Changing_name_or_password_can_sign_out_everywhere()
    {
        await InviteAsync();
        await using var tove = await portal.VisitAsync();
        await tove.SignInAsync(Email, First);
        await using var elsewhere = await portal.VisitAsync();
        await elsewhere.SignInAsync(Email, First);

        await tove.Page.Locator("summary.user").ClickAsync();
        await tove.Link("Your account").ClickAsync();
        await tove.Heading("Your account").WaitForAsync();
        await tove.Page.GetByLabel("Name").FillAsync("Tove Nilsen Berg");
        await tove.Button("Save").ClickAsync();
        await tove.Page.GetByText("Saved.").WaitForAsync();
        await tove.ShouldLookGoodAsync("account-of-a-user");

        await tove.Link("Change your password").ClickAsync();
        await tove.Page.GetByLabel("Present password").FillAsync("not the password");
        await tove.Page.GetByLabel("New password").FillAsync(Second);
        await tove.Button("Change password").ClickAsync();
        await tove.Page.GetByText("This is not your present password").First.WaitForAsync();
        await tove.ShouldLookGoodAsync("account-password-wrong");
        await tove.Page.GetByLabel("Present password").FillAsync(First);
        await tove.Page.GetByLabel("New password").FillAsync(Second);
        await tove.Button("Change password").ClickAsync();
        await tove.Page.GetByText("Your password is changed").WaitForAsync();
        await tove.ReadyAsync();
        Assert.Equal("Tove Nilsen Berg", await tove.Page.GetByLabel("Name").InputValueAsync());
        await elsewhere.Heading("Sign in").WaitForAsync();
        await elsewhere.SignInAsync(Email, Second);

        await tove.OpenAsync("/account");
        await tove.ShouldLookGoodAsync("account-two-sessions");
        await tove.Button("Sign out everywhere else").ClickAsync();
        await tove.Page.Locator("#confirm-yes").ClickAsync();
        await elsewhere.Heading("Sign in").WaitForAsync();
        await tove.Page.GetByText("The sessions have ended.").WaitForAsync();
        Assert.Equal(1, await tove.Page.Locator(".sessions li").CountAsync());
    }

    private async Task InviteAsync()
    {
        var owner = Actor.System(portal.Services.GetRequiredService<ConfigurationStore>().All.Single().OrganizationId, "test");
        var cancel = TestContext.Current.CancellationToken;
        var invited = await portal.Services.GetRequiredService<UserEditor>()
            .InviteAsync(owner, Email, "Tove Nilsen", Role.User, "1020", cancel);
        var token = Uri.UnescapeDataString(invited.Value!.Link.Split("token=")[1]);
        Assert.True((await portal.Services.GetRequiredService<Invitations>().AcceptAsync(token, First, cancel)).Ok);
    }
}

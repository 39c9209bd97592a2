using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Opbx.Core.Permissions;
using Opbx.Core.Persistence;
using Opbx.Core.Persistence.Tenancy;
using Opbx.Core.Users;
using Opbx.Portal.Security;

namespace Opbx.Tests.Users;

public sealed class SignInTests(TestPortal portal) : IClassFixture<TestPortal>
{
    private const string Password = "a long enough password";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_owner_of_the_bootstrap_signs_in_with_a_closed_cookie()
    {
        var (outcome, cookie) = await TryAsync(TestPortal.OwnerEmail.ToUpperInvariant(), TestPortal.OwnerPassword);

        Assert.Equal(SignInOutcome.SignedIn, outcome);
        Assert.StartsWith("opbx=", cookie, StringComparison.Ordinal);
        Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("samesite=lax", cookie, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task A_session_opens_pages_but_never_the_api()
    {
        var (_, cookie) = await TryAsync(TestPortal.OwnerEmail, TestPortal.OwnerPassword);
        using var client = portal.Client(key: null);
        client.DefaultRequestHeaders.Add("Cookie", cookie!.Split(';')[0]);

        using var api = await client.GetAsync("/api/v1/pbxs", Cancel);
        Assert.Equal(401, (int)api.StatusCode);
        using var page = await client.GetAsync("/no-such-page", Cancel);
        Assert.Equal(404, (int)page.StatusCode);
    }

    [Fact]
    public async Task Wrong_password_and_unknown_address_are_refused_alike()
    {
        await InviteAsync("wrong@acme.example");
        Assert.Equal((SignInOutcome.Refused, null), await TryAsync("wrong@acme.example", "not the password"));
        Assert.Equal((SignInOutcome.Refused, null), await TryAsync("nobody@acme.example", "not the password"));
        Assert.Equal((SignInOutcome.Refused, null), await TryAsync(null, null));
        Assert.Equal((SignInOutcome.Refused, null), await TryAsync("wrong@acme.example", new string('x', 100_000)));
    }

    [Fact]
    public async Task Five_wrong_passwords_lock_the_account_for_the_right_one_too()
    {
        var user = await InviteAsync("locked@acme.example");
        for (var i = 0; i < 5; i++) await TryAsync("locked@acme.example", $"wrong {i}");

        Assert.NotEqual(SignInOutcome.SignedIn, (await TryAsync("locked@acme.example", Password)).Outcome);
        var locked = (await portal.Services.GetRequiredService<UserDirectory>()
            .GetAsync(Actor.System(user.OrganizationId, "test"), user.Id, Cancel)).Value;
        Assert.True(locked!.Locked);
    }

    [Fact]
    public async Task Inactive_people_do_not_sign_in_and_their_sessions_end()
    {
        var user = await InviteAsync("inactive@acme.example");
        var (outcome, _, principal) = await SignInAsync("inactive@acme.example", Password);
        Assert.Equal(SignInOutcome.SignedIn, outcome);

        var owner = Actor.System(user.OrganizationId, "test");
        Assert.True((await portal.Services.GetRequiredService<UserEditor>()
            .ChangeAsync(owner, user.Id, role: null, active: false, Cancel)).Ok);

        Assert.Equal(SignInOutcome.Refused, (await TryAsync("inactive@acme.example", Password)).Outcome);
        using var scope = portal.Services.CreateScope();
        Assert.Null(await scope.ServiceProvider.GetRequiredService<SignInManager<User>>().ValidateSecurityStampAsync(principal));
    }

    [Fact]
    public async Task An_invitation_works_once()
    {
        var editor = portal.Services.GetRequiredService<UserEditor>();
        var invitations = portal.Services.GetRequiredService<Invitations>();
        var owner = Actor.System(await OrganizationAsync(), "test");
        var invited = (await editor.InviteAsync(owner, "once@acme.example", "Once", Role.Reporter, extension: null, Cancel)).Value!;
        var token = Uri.UnescapeDataString(invited.Link[(invited.Link.IndexOf("token=", StringComparison.Ordinal) + 6)..]);

        Assert.Equal("once@acme.example", (await invitations.FindAsync(token, Cancel))?.Email);
        Assert.Contains("/password", (await invitations.AcceptAsync(token, "short", Cancel)).Failure!.Errors!.ByPointer.Keys);
        Assert.True((await invitations.AcceptAsync(token, Password, Cancel)).Ok);
        Assert.False((await invitations.AcceptAsync(token, Password + "2", Cancel)).Ok);
        Assert.Null(await invitations.FindAsync(token, Cancel));
        Assert.Equal(SignInOutcome.SignedIn, (await TryAsync("once@acme.example", Password)).Outcome);
    }

    private Task<User> InviteAsync(string email) => portal.PersonAsync(email, Role.Supervisor, Password);

    private async Task<Guid> OrganizationAsync()
    {
        await using var db = portal.Services.GetRequiredService<Database>().OpenUnrestricted();
        return (await db.Organizations.SingleAsync(Cancel)).Id;
    }

    private async Task<(SignInOutcome Outcome, string? Cookie)> TryAsync(string? email, string? password)
    {
        var (outcome, cookie, _) = await SignInAsync(email, password);
        return (outcome, cookie);
    }

    private async Task<(SignInOutcome Outcome, string? Cookie, System.Security.Claims.ClaimsPrincipal Principal)> SignInAsync(string? email,
        string? password)
    {
        await using var scope = portal.Services.CreateAsyncScope();
        var context = new DefaultHttpContext { RequestServices = scope.ServiceProvider };
        scope.ServiceProvider.GetRequiredService<IHttpContextAccessor>().HttpContext = context;
        var outcome = await scope.ServiceProvider.GetRequiredService<SignInFlow>().SignInAsync(email, password, from: null, Cancel);
        return (outcome, context.Response.Headers.SetCookie.FirstOrDefault(), context.User);
    }
}

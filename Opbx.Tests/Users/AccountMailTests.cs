using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Opbx.Core.Permissions;
using Opbx.Core.Persistence;
using Opbx.Core.Persistence.Tenancy;
using Opbx.Core.Users;

namespace Opbx.Tests.Users;

/// <summary>What people get by mail about their account, read from the wire.</summary>
public sealed class AccountMailTests : IAsyncLifetime
{
    private const string Chosen = "quite another sentence of mine";
    private readonly TcpListener _server = new(IPAddress.Loopback, 0);
    private TestPortal _portal = default!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _server.Start();
        _portal = await TestPortal.StartAsync(PortalSetup.Production
            .With("Mail:Host", "127.0.0.1")
            .With("Mail:Port", ((IPEndPoint)_server.LocalEndpoint).Port.ToString(CultureInfo.InvariantCulture))
            .With("Mail:StartTls", "false")
            .With("Mail:From", "portal@acme.example"));
    }

    public async ValueTask DisposeAsync()
    {
        await _portal.DisposeAsync();
        _server.Dispose();
    }

    [Fact]
    public async Task A_password_link_works_once_and_does_not_reveal_accounts()
    {
        await _portal.PersonAsync("forgetful@acme.example", Role.Supervisor);
        using var visitor = new HttpVisitor(_portal);
        var page = await visitor.GetAsync("/sign-in/forgotten");
        var unknown = await visitor.SendAsync(page, ("Form.Email", "nobody@acme.example"));
        var known = await visitor.SendAsync(page, ("Form.Email", "forgetful@acme.example"));
        Assert.Equal(unknown.Text.Replace("nobody@", "", StringComparison.Ordinal),
            known.Text.Replace("forgetful@", "", StringComparison.Ordinal));

        // Mails go out in their order: the first one is not for the address without an account.
        var mail = await NextAsync();
        Assert.Contains("RCPT TO:<forgetful@acme.example>", mail, StringComparison.Ordinal);
        var reset = await visitor.GetAsync(LinkIn(mail));
        Assert.Equal("Choose another password", reset.Title);
        Assert.Equal("/", (await visitor.SendAsync(reset, ("Form.Password", Chosen))).Path);
        Assert.Equal("This link is not valid any more", (await visitor.GetAsync(LinkIn(mail))).Title);
    }

    [Fact]
    public async Task A_link_ends_when_the_password_is_changed_otherwise()
    {
        var user = await _portal.PersonAsync("changes@acme.example", Role.Supervisor);
        using var visitor = new HttpVisitor(_portal);
        await visitor.SendAsync(await visitor.GetAsync("/sign-in/forgotten"), ("Form.Email", user.Email));
        var link = LinkIn(await NextAsync());
        Assert.Equal("Choose another password", (await visitor.GetAsync(link)).Title);
        await visitor.SignInAsync(user.Email!, TestPortal.PersonPassword);
        var page = await visitor.GetAsync("/account/password");
        Assert.Equal("/account?changed=password",
            (await visitor.SendAsync(page, ("Form.Present", TestPortal.PersonPassword), ("Form.Wanted", Chosen))).Path);
        Assert.Equal("This link is not valid any more", (await visitor.GetAsync(link)).Title);
    }

    [Fact]
    public async Task Asking_again_and_again_is_bounded()
    {
        using var visitor = new HttpVisitor(_portal);
        var page = await visitor.GetAsync("/sign-in/forgotten");
        for (var i = 0; i < 5; i++) Assert.Equal(200, (await visitor.SendAsync(page, ("Form.Email", "often@acme.example"))).Status);
        var refused = await visitor.SendAsync(page, ("Form.Email", "often@acme.example"));
        Assert.Equal((429, "60"), (refused.Status, refused.RetryAfter));
        Assert.Contains("several times within a minute", refused.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_sign_in_on_a_new_device_is_told_and_one_on_a_known_device_is_not()
    {
        var user = await _portal.PersonAsync("device@acme.example", Role.Supervisor);
        using var first = new HttpVisitor(_portal);
        await first.SignInAsync(user.Email!, TestPortal.PersonPassword);
        first.ForgetSession();
        await first.SignInAsync(user.Email!, TestPortal.PersonPassword);
        using var second = new HttpVisitor(_portal);
        await second.SignInAsync(user.Email!, TestPortal.PersonPassword);

        // The first sign-in of all and the one on the known device were silent: this is the only mail, and the next one is about something
        // else.
        Assert.Contains("Firefox on Linux", await NextAsync(), StringComparison.Ordinal);
        await second.SendAsync(await second.GetAsync("/sign-in/forgotten"), ("Form.Email", user.Email));
        Assert.Contains("here you choose another password", await NextAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_invitation_is_mailed()
    {
        await using var db = _portal.Services.GetRequiredService<Database>().OpenUnrestricted();
        var owner = Actor.System((await db.Organizations.FirstAsync(Cancel)).Id, "Anna Bell");
        var invited =
            (await _portal.Services.GetRequiredService<UserEditor>()
                .InviteAsync(owner, "guest@acme.example", "Guest", Role.Reporter, extension: null, Cancel)).Value!;
        var receiving = NextAsync();
        Assert.True(await _portal.Services.GetRequiredService<InvitationMail>().SendAsync(owner, invited, "Acme", Cancel));
        var mail = await receiving;
        Assert.Contains("RCPT TO:<guest@acme.example>", mail, StringComparison.Ordinal);
        Assert.Contains("Anna Bell invites you to the phone system Acme", mail, StringComparison.Ordinal);
        using var visitor = new HttpVisitor(_portal);
        Assert.Equal("Welcome, Guest", (await visitor.GetAsync(LinkIn(mail))).Title);
    }

    /// <summary>The next mail, with the soft line breaks of its encoding taken out.</summary>
    private async Task<string> NextAsync()
    {
        var mail = await SmtpReceiver.OneAsync(_server);
        return mail.Replace("\r\n", "\n", StringComparison.Ordinal).Replace("=\n", "", StringComparison.Ordinal)
            .Replace("=0A", "\n", StringComparison.Ordinal).Replace("=3D", "=", StringComparison.Ordinal);
    }

    private static string LinkIn(string mail) => "/invitation?token=" + mail.Split("/invitation?token=")[1].Split('\n')[0].Trim();
}

using System.Threading.Channels;
using Microsoft.Extensions.Hosting;
using Opbx.Core.Mail;

namespace Opbx.Core.Users.Mails;

/// <summary>Mails people about their own account. Sent in the background, so that timing does not reveal whether a mail was sent.</summary>
public sealed class AccountMails(IMailSender sender, PublicAddress address, TimeProvider clock) : BackgroundService
{
    private const int Tries = 3;
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(30);
    private readonly Channel<MailMessage> _queue =
        Channel.CreateBounded<MailMessage>(new BoundedChannelOptions(1_000) { FullMode = BoundedChannelFullMode.DropWrite });

    public bool IsSetUp => sender.IsConfigured;

    /// <summary>No effect without a mail server.</summary>
    /// <param name="detail">The device, the name of the passkey, or the link.</param>
    public void Send(AccountNotifications news, User user, string? detail = null)
    {
        if (sender.IsConfigured && user.Email is { } to)
            _queue.Writer.TryWrite(new MailMessage(to, Subject(news), Text(news, user, detail)));
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await foreach (var mail in _queue.Reader.ReadAllAsync(stoppingToken))
        {
            for (var left = Tries; left > 0 && !await sender.SendAsync(mail, stoppingToken); left--)
                if (left > 1) await Task.Delay(Pause, clock, stoppingToken);
        }
    }

    private static string Subject(AccountNotifications news) => news switch {
        AccountNotifications.SecondFactorOn => "Your account now asks for a second factor",
        AccountNotifications.SecondFactorOff => "Your account does not ask for a second factor any more",
        AccountNotifications.NewRecoveryCodes => "New recovery codes for your account",
        AccountNotifications.PasskeyAdded => "A passkey was added to your account",
        AccountNotifications.PasswordChanged => "Your password was changed",
        AccountNotifications.NewDevice => "A sign-in on a new device",
        AccountNotifications.ResetAsked => "Choose another password",
    };

    private string Text(AccountNotifications news, User user, string? detail) =>
        $"""
        Hello {MailText.OneLine(user.DisplayName)},

        {What(news, detail)}

        {(news == AccountNotifications.ResetAsked
            ? "The link works once, within an hour. If you did not ask for it, you can ignore this mail: your password stays as it is."
            : "If that was you, there is nothing to do. If not, change your password and end the other sessions: "
                + address.For("/account"))}

        """;

    private static string What(AccountNotifications news, string? detail) => news switch {
        AccountNotifications.SecondFactorOn =>
            "from now on, signing in to your phone system also asks for a code of your authenticator app.",
        AccountNotifications.SecondFactorOff =>
            "the second factor of your account was switched off. Your password alone is enough to sign in now.",
        AccountNotifications.NewRecoveryCodes =>
            "new recovery codes were made for your account. Those you had before do not work any more.",
        AccountNotifications.PasskeyAdded =>
            $"the passkey \"{MailText.OneLine(detail ?? "")}\" was added to your account. Whoever holds it can sign in without your " +
                "password.",
        AccountNotifications.PasswordChanged =>
            "the password of your account was changed. Everybody who was signed in with it is signed out.",
        AccountNotifications.NewDevice =>
            $"somebody signed in to your account on a device that was not used for it before: {MailText.OneLine(detail ?? "")}.",
        AccountNotifications.ResetAsked => $"here you choose another password for your phone system:\n\n{detail}",
    };
}

using Opbx.Core.Mail;
using Opbx.Core.Permissions;

namespace Opbx.Core.Users;

/// <summary>Mails the link for choosing a password.</summary>
public sealed class InvitationMail(IMailSender sender)
{
    public bool IsSetUp => sender.IsConfigured;

    /// <summary>False when the mail server does not accept it.</summary>
    /// <param name="place">What the person is invited to, for example the name of the PBX.</param>
    public Task<bool> SendAsync(Actor actor, InvitedUser invited, string place, CancellationToken cancel) =>
        sender.SendAsync(
            new MailMessage(invited.User.Email,
                MailText.OneLine(
                    invited.User.Invited ? $"Your invitation to the phone system {place}" : $"A new password for the phone system {place}"),
                    Text(actor, invited, place)), cancel);

    private static string Text(Actor actor, InvitedUser invited, string place) =>
        $"""
        Hello {MailText.OneLine(invited.User.Name)},

        {(invited.User.Invited
            ? $"{actor.Name} invites you to the phone system {place}. Choose your password here:"
            : $"{actor.Name} made a link by which you choose a new password for the phone system {place}:")}

        {invited.Link}

        The link works once, within {(invited.User.Invited ? "a day" : "an hour")}. You sign in with {invited.User.Email}.
        If you do not know what this is about, you can ignore this mail.

        """;
}

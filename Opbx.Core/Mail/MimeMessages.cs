using MimeKit;
using MimeKit.Utils;

namespace Opbx.Core.Mail;

/// <summary>Mails as they go over the wire.</summary>
internal static class MimeMessages
{
    /// <summary>The message; a wrong address throws <see cref="FormatException"/>, a file that is gone <see cref="IOException"/>.</summary>
    public static async Task<MimeMessage> ComposeAsync(string from, MailMessage mail, CancellationToken cancel)
    {
        var sender = MailboxAddress.Parse(from);
        var body = new BodyBuilder { TextBody = mail.Text };
        // In memory: a file that is removed meanwhile must not end the mail in the middle.
        if (mail.Attachment is { } file)
        {
            var content = await File.ReadAllBytesAsync(file.Path, cancel);
            body.Attachments.Add(MailText.OneLine(file.Name), content, ContentType.Parse(file.MediaType));
        }

        return new MimeMessage([sender], [MailboxAddress.Parse(mail.To)], MailText.OneLine(mail.Subject), body.ToMessageBody())
        {
            // The library would name this machine.
            MessageId = MimeUtils.GenerateMessageId(sender.Domain),
        };
    }
}

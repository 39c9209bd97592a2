using MimeKit;
using MimeKit.Utils;

namespace Opbx.Core.Mail;

internal static class MimeMessages
{
    /// <summary>A wrong address throws <see cref="FormatException"/>, a missing file <see cref="IOException"/>.</summary>
    public static async Task<MimeMessage> ComposeAsync(string from, MailMessage mail, CancellationToken cancel)
    {
        var sender = MailboxAddress.Parse(from);
        var body = new BodyBuilder { TextBody = mail.Text };
        // In memory: a file deleted in the meantime must not cut off the mail.
        if (mail.Attachment is { } file)
        {
            var content = await File.ReadAllBytesAsync(file.Path, cancel);
            body.Attachments.Add(MailText.OneLine(file.Name), content, ContentType.Parse(file.MediaType));
        }

        return new MimeMessage([sender], [MailboxAddress.Parse(mail.To)], MailText.OneLine(mail.Subject), body.ToMessageBody()) {
            // The library's default contains the name of this machine.
            MessageId = MimeUtils.GenerateMessageId(sender.Domain),
        };
    }
}

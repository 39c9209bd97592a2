using System.Net;
using System.Net.Mail;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Opbx.Core.Mail;

/// <summary>Sends mail through the configured server.</summary>
internal sealed class SmtpSender(IOptions<MailOptions> options, TimeProvider time, ILogger<SmtpSender> log) : IMailSender
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    public bool IsConfigured => options.Value.Host.Length > 0;

    public async Task<bool> SendAsync(Mail mail, CancellationToken cancel)
    {
        var server = options.Value;
        using var deadline = new CancellationTokenSource(Patience, time);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(deadline.Token, cancel);
        try
        {
            using var message = new MailMessage(server.From, mail.To, mail.Subject, mail.Text);
            if (mail.Attachment is { } file) message.Attachments.Add(new Attachment(file.Path, file.MediaType) { Name = file.Name });
            using var client = new SmtpClient(server.Host, server.Port) { EnableSsl = server.StartTls };
            if (server.UserName.Length > 0) client.Credentials = new NetworkCredential(server.UserName, server.Password);
            await client.SendMailAsync(message, both.Token);
            return true;
        }
        catch (Exception e) when (e is SmtpException or FormatException or IOException or ArgumentException or InvalidOperationException || (e is OperationCanceledException && !cancel.IsCancellationRequested))
        {
            MailLog.NotSent(log, e);
            return false;
        }
    }
}

/// <summary>What mail logs.</summary>
internal static partial class MailLog
{
    [LoggerMessage(Level = LogLevel.Warning, Message = "A mail could not be sent; it is tried again")]
    public static partial void NotSent(ILogger log, Exception fault);
}

namespace Opbx.Core.Mail;

/// <summary>Sends mail; used by background jobs only, because it may take long.</summary>
public interface IMailSender
{
    bool IsConfigured { get; }

    /// <summary>False when the server was not reachable or refused the mail, so that it may be retried.</summary>
    Task<bool> SendAsync(MailMessage mail, CancellationToken cancel);
}

/// <summary>A plain text mail.</summary>
/// <param name="To">The recipient's address.</param>
public sealed record MailMessage(string To, string Subject, string Text, MailAttachment? Attachment = null);

public sealed record MailAttachment(string Path, string Name, string MediaType);

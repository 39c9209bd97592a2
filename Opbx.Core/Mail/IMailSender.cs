namespace Opbx.Core.Mail;

/// <summary>Sends mail; called by jobs only, because it may take long.</summary>
public interface IMailSender
{
    bool IsConfigured { get; }

    /// <summary>Sends a mail; false when the server could not be reached or refused it, so that it may be tried again later.</summary>
    Task<bool> SendAsync(MailMessage mail, CancellationToken cancel);
}

/// <summary>A mail as plain text.</summary>
/// <param name="To">The receiver's address.</param>
public sealed record MailMessage(string To, string Subject, string Text, MailAttachment? Attachment = null);

/// <summary>A file that goes with a mail.</summary>
public sealed record MailAttachment(string Path, string Name, string MediaType);

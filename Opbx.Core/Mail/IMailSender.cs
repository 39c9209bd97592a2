namespace Opbx.Core.Mail;

/// <summary>Sends mail; called by jobs only, because it may take long.</summary>
public interface IMailSender
{
    /// <summary>Whether a mail server is configured.</summary>
    bool IsConfigured { get; }

    /// <summary>Sends a mail; false when the server could not be reached or refused it, so that it may be tried again later.</summary>
    Task<bool> SendAsync(MailMessage mail, CancellationToken cancel);
}

/// <summary>A mail as plain text.</summary>
/// <param name="To">The receiver's address.</param>
/// <param name="Subject">The subject.</param>
/// <param name="Text">The text.</param>
/// <param name="Attachment">A file that goes with it.</param>
public sealed record MailMessage(string To, string Subject, string Text, MailAttachment? Attachment = null);

/// <summary>A file that goes with a mail.</summary>
/// <param name="Path">Where it lies.</param>
/// <param name="Name">How the receiver sees it.</param>
/// <param name="MediaType">What it is.</param>
public sealed record MailAttachment(string Path, string Name, string MediaType);

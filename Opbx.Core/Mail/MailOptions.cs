namespace Opbx.Core.Mail;

/// <summary>The mail server (section <c>Mail</c>).</summary>
public sealed class MailOptions
{
    public const string Section = "Mail";

    /// <summary>The SMTP server; no mail is sent when empty.</summary>
    public string Host { get; set; } = "";

    /// <summary>Its port; on 465 everything is encrypted from the start.</summary>
    public int Port { get; set; } = 587;

    /// <summary>Whether the connection on another port than 465 is encrypted with STARTTLS.</summary>
    public bool StartTls { get; set; } = true;

    /// <summary>The name to sign in with; nobody signs in when empty.</summary>
    public string UserName { get; set; } = "";

    public string Password { get; set; } = "";

    /// <summary>The sender's address.</summary>
    public string From { get; set; } = "";
}

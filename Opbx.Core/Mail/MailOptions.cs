namespace Opbx.Core.Mail;

/// <summary>The mail server (section <c>Mail</c>).</summary>
public sealed class MailOptions
{
    public const string Section = "Mail";

    /// <summary>The SMTP server; no mail is sent when empty.</summary>
    public string Host { get; set; } = "";

    /// <summary>On port 465 TLS is used from the start.</summary>
    public int Port { get; set; } = 587;

    /// <summary>Whether connections on other ports than 465 are encrypted with STARTTLS.</summary>
    public bool StartTls { get; set; } = true;

    /// <summary>No authentication when empty.</summary>
    public string UserName { get; set; } = "";

    public string Password { get; set; } = "";

    /// <summary>The sender's address.</summary>
    public string From { get; set; } = "";
}

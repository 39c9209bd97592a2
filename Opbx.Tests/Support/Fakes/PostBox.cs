using Opbx.Core.Mail;

namespace Opbx.Tests.Support.Fakes;

/// <summary>A mail server that a test can take away.</summary>
internal sealed class PostBox : IMailSender
{
    public List<MailMessage> Sent { get; } = [];
    public bool IsAway { get; set; }
    public bool IsConfigured { get; set; } = true;

    public Task<bool> SendAsync(MailMessage mail, CancellationToken cancel)
    {
        if (!IsAway) Sent.Add(mail);
        return Task.FromResult(!IsAway);
    }
}

using Microsoft.EntityFrameworkCore;
using Opbx.Core.Mail;
using Opbx.Core.Persistence;
using Opbx.Core.Persistence.Tenancy;
using Quartz;

namespace Opbx.Core.Notices;

/// <summary>Mails notices to the owners of the organization; retries when the mail server does not accept them.</summary>
[DisallowConcurrentExecution]
public sealed class NoticeMailJob(Database database, IMailSender sender, INoticeRecipients recipients, PublicAddress address,
    TimeProvider time) : IJob
{
    private const int Batch = 20;

    private static readonly TimeSpan[] Pauses =
        [TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(15), TimeSpan.FromHours(1), TimeSpan.FromHours(6)];

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default) =>
        await RunAsync(cancellationToken);

    public async Task RunAsync(CancellationToken cancel)
    {
        var now = time.GetUtcNow();
        await using var db = database.OpenUnrestricted();
        var due = await db.Notices.OfActiveOrganizations(db).Where(n => n.NextMailAt != null && n.NextMailAt <= now)
            .OrderBy(n => n.NextMailAt).Take(Batch).ToListAsync(cancel);
        foreach (var notice in due)
        {
            var sent = !sender.IsConfigured || await SendAsync(notice, cancel);
            if (!sent) notice.MailTries++;
            notice.NextMailAt = sent || notice.MailTries > Pauses.Length ? null : time.GetUtcNow() + Pauses[notice.MailTries - 1];
            await db.SaveChangesAsync(cancel);
        }
    }

    /// <summary>True if at least one recipient got it: they must not get it again because another address is wrong.</summary>
    private async Task<bool> SendAsync(Notice notice, CancellationToken cancel)
    {
        var owners = await recipients.FindAsync(notice.OrganizationId, cancel);
        var sent = owners.Count == 0;
        foreach (var owner in owners)
            sent |= await sender.SendAsync(
                new MailMessage(owner, "Your phone system needs attention", $"{notice.Text}\n\n{address.For(notice.Link)}"), cancel);
        return sent;
    }
}

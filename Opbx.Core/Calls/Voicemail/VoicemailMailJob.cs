using Microsoft.EntityFrameworkCore;
using Opbx.Core.Calls.Recordings;
using Opbx.Core.Mail;
using Opbx.Core.Persistence;
using Opbx.Core.Persistence.Tenancy;
using Quartz;

namespace Opbx.Core.Calls.Voicemail;

/// <summary>Mails new messages to the owners of mailboxes: with the audio if it is here, without if it does not arrive.</summary>
[DisallowConcurrentExecution]
public sealed class VoicemailMailJob(Database database, VoicemailMail mails, IMailSender sender, TimeProvider time) : IJob
{
    private const int Batch = 20;
    private static readonly TimeSpan WaitForAudio = TimeSpan.FromMinutes(10);

    private static readonly TimeSpan[] Pauses =
        [TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(15), TimeSpan.FromHours(1), TimeSpan.FromHours(3),
            TimeSpan.FromHours(6), TimeSpan.FromHours(12)];

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default) =>
        await RunAsync(cancellationToken);

    public async Task RunAsync(CancellationToken cancel)
    {
        var (now, late) = (time.GetUtcNow(), time.GetUtcNow() - WaitForAudio);
        await using var db = database.OpenUnrestricted();
        var due = await db.Recordings.AsNoTracking().OfActiveOrganizations(db)
            .Where(r => r.NextMailAt <= now && r.Kind == RecordingKind.Message && (r.State != AudioState.Waiting || r.RecordedAt < late))
            .OrderBy(r => r.NextMailAt).Take(Batch).ToListAsync(cancel);
        foreach (var message in due)
        {
            // Without a mail server nothing is queued: nobody wants last month's mail on the day it is configured.
            var sent = !sender.IsConfigured || message.MailTo is null || await sender.SendAsync(mails.For(message), cancel);
            await RecordAsync(db, message, sent, cancel);
        }
    }

    private async Task RecordAsync(OpbxDbContext db, Recording message, bool sent, CancellationToken cancel)
    {
        var tries = sent ? message.MailTries : message.MailTries + 1;
        DateTimeOffset? next = sent || tries > Pauses.Length ? null : time.GetUtcNow() + Pauses[tries - 1];
        await db.Recordings.Where(r => r.Id == message.Id)
            .ExecuteUpdateAsync(set => set.SetProperty(r => r.MailTries, tries).SetProperty(r => r.NextMailAt, next), cancel);
    }
}

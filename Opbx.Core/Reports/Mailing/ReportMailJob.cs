using Microsoft.EntityFrameworkCore;
using Opbx.Core.Calls;
using Opbx.Core.Configuration;
using Opbx.Core.Mail;
using Opbx.Core.Permissions;
using Opbx.Core.Persistence;
using Opbx.Core.Persistence.Tenancy;
using Quartz;

namespace Opbx.Core.Reports.Mailing;

/// <summary>Mails due reports to each address once, even after a downtime of the portal. A report is marked as sent before the mail
/// server gets it and unmarked on failure, so that a crash in between loses one mail rather than sending it twice.</summary>
[DisallowConcurrentExecution]
public sealed class ReportMailJob(Database database, ConfigurationStore configuration, IMailSender sender, ReportMail mails,
    TimeProvider time, ILogger<ReportMailJob> log) : IJob
{
    private const int Batch = 20;
    private const string Name = "Report by e-mail";

    private static readonly TimeSpan[] Pauses =
        [TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(15), TimeSpan.FromHours(1), TimeSpan.FromHours(3),
            TimeSpan.FromHours(6)];

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default) =>
        await RunAsync(cancellationToken);

    public async Task RunAsync(CancellationToken cancel)
    {
        if (!sender.IsConfigured) return;
        await using var db = database.OpenUnrestricted();
        foreach (var schedule in await db.ReportSchedules.AsNoTracking().OfActiveOrganizations(db).ToListAsync(cancel))
            await PlanAsync(db, schedule, cancel);
        var now = time.GetUtcNow();
        var due = await db.ReportDispatches.OfActiveOrganizations(db).Where(d => d.NextTryAt <= now).OrderBy(d => d.NextTryAt).Take(Batch)
            .ToListAsync(cancel);
        foreach (var one in due) await SendAsync(db, one, cancel);
    }

    /// <summary>Adds the latest due report unless already added; an address added afterwards gets the next one.</summary>
    private async Task PlanAsync(OpbxDbContext db, ReportSchedule schedule, CancellationToken cancel)
    {
        if (configuration.Find(schedule.PbxId) is not { } pbx) return;
        var period = ReportPeriod.Latest(schedule.Interval, time.GetUtcNow(), ReportMail.ZoneOf(pbx));
        if (period.DueAt <= schedule.Since) return;
        if (await db.ReportDispatches.AnyAsync(d => d.PbxId == schedule.PbxId && d.Interval == schedule.Interval
            && d.First == period.First, cancel)) return;
        db.ReportDispatches.AddRange(ReportSchedules.Split(schedule.Addresses).Select(address => new ReportDispatch {
            Id = StableId.Create(schedule.PbxId.ToString("N"), schedule.Interval.ToString(),
                period.First.ToString("O", System.Globalization.CultureInfo.InvariantCulture), address),
            OrganizationId = schedule.OrganizationId,
            PbxId = schedule.PbxId,
            Interval = schedule.Interval,
            First = period.First,
            Last = period.Last,
            Address = address,
            NextTryAt = time.GetUtcNow(),
        }));
        await db.SaveChangesAsync(cancel);
    }

    private async Task SendAsync(OpbxDbContext db, ReportDispatch one, CancellationToken cancel)
    {
        var mail = await mails.WriteAsync(Actor.System(one.OrganizationId, Name), one.PbxId, one.First, one.Last, one.Address, cancel);
        (one.SentAt, one.NextTryAt) = (time.GetUtcNow(), null);
        await db.SaveChangesAsync(cancel);
        if (!mail.Ok)
        {
            ReportMailLog.NotWritten(log, one.PbxId, mail.Failure.Message);
            return;
        }
        if (await sender.SendAsync(mail.Value, cancel)) return;
        one.Tries++;
        (one.SentAt, one.NextTryAt) = (null, one.Tries > Pauses.Length ? null : time.GetUtcNow() + Pauses[one.Tries - 1]);
        await db.SaveChangesAsync(cancel);
    }
}

internal static partial class ReportMailLog
{
    [LoggerMessage(Level = LogLevel.Warning, Message = "The report of PBX {PbxId} was not mailed: {Reason}")]
    public static partial void NotWritten(ILogger log, Guid pbxId, string reason);
}

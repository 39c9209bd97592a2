using Microsoft.EntityFrameworkCore;
using Opbx.Core.Audit;
using Opbx.Core.Configuration;
using Opbx.Core.Document;
using Opbx.Core.Mail;
using Opbx.Core.Permissions;
using Opbx.Core.Persistence;
using Opbx.Core.Users;

namespace Opbx.Core.Reports.Mailing;

/// <summary>Reads and changes whether the report of a PBX is mailed, and mails one at once on request.</summary>
public sealed class ReportSchedules(Database database, ConfigurationStore configuration, IMailSender sender, ReportMail mails,
    TimeProvider time)
{
    public const int MostAddresses = 20;
    private const string HistoryKind = "reportSchedule";

    public bool MailIsSetUp => sender.IsConfigured;

    public async Task<Result<ReportSetting>> GetAsync(Actor actor, Guid pbxId, CancellationToken cancel)
    {
        if (Refusal(actor, pbxId, Permission.ViewAllCalls) is { } refusal) return refusal;
        await using var db = database.OpenFor(actor.OrganizationId);
        return Setting(await db.ReportSchedules.AsNoTracking().FirstOrDefaultAsync(s => s.PbxId == pbxId, cancel));
    }

    /// <summary>An interval of null stops the mails.</summary>
    public async Task<Result<ReportSetting>> SaveAsync(Actor actor, Guid pbxId, ReportSetting setting, CancellationToken cancel)
    {
        if (Refusal(actor, pbxId, Permission.EditConfiguration) is { } refusal) return refusal;
        var addresses = setting.Addresses.Select(a => a.Trim()).Where(a => a.Length > 0).Distinct(StringComparer.OrdinalIgnoreCase)
            .ToList();
        if (Fault(setting.Interval, addresses) is { } fault) return fault;
        await using var db = database.OpenFor(actor.OrganizationId);
        var row = await db.ReportSchedules.FirstOrDefaultAsync(s => s.PbxId == pbxId, cancel);
        var before = Setting(row);
        if (setting.Interval is not { } interval)
        {
            if (row is not null) db.ReportSchedules.Remove(row);
        }
        else
        {
            if (row is null)
                db.ReportSchedules.Add(row =
                    new ReportSchedule { PbxId = pbxId, OrganizationId = actor.OrganizationId, Since = time.GetUtcNow() });
            if (row.Interval != interval) row.Since = time.GetUtcNow();
            row.Interval = interval;
            row.Addresses = string.Join(' ', addresses);
        }
        var after = setting.Interval is null ? new ReportSetting(null, []) : new ReportSetting(setting.Interval, addresses);
        db.History.Add(Entry(actor, pbxId, before, after));
        await db.SaveChangesAsync(cancel);
        return after;
    }

    /// <summary>Mails the report that would be next to the actor and returns the address.</summary>
    public async Task<Result<string>> SendNowAsync(Actor actor, Guid pbxId, ReportInterval interval, CancellationToken cancel)
    {
        if (Refusal(actor, pbxId, Permission.ViewAllCalls) is { } refusal) return refusal;
        if (!sender.IsConfigured)
            return new Failure(
                FailureKind.Conflict,
                "Mail is not set up, so nothing was sent. Whoever installed this portal names the mail server with Mail__Host and " +
                    "Mail__From.");
        await using var db = database.OpenFor(actor.OrganizationId);
        var to = await db.Users.AsNoTracking().Where(u => u.Id == actor.UserId).Select(u => u.Email).FirstOrDefaultAsync(cancel);
        if (to is null) return new Failure(FailureKind.Conflict, "Only people with an e-mail address can be sent a report.");
        var period = ReportPeriod.Latest(interval, time.GetUtcNow(), ReportMail.ZoneOf(configuration.Find(pbxId)!));
        var mail = await mails.WriteAsync(actor, pbxId, period.First, period.Last, to, cancel);
        if (!mail.Ok) return mail.Failure;
        return await sender.SendAsync(mail.Value, cancel) ? to
            : new Failure(FailureKind.Upstream, "The mail server did not take the mail. The log of the portal says why.");
    }

    private Failure? Refusal(Actor actor, Guid pbxId, Permission permission) =>
        !actor.May(permission) ? Failure.Forbidden()
        : configuration.Find(pbxId)?.OrganizationId == actor.OrganizationId ? null
        : Failure.NotFound("This PBX");

    private static Failure? Fault(ReportInterval? interval, List<string> addresses)
    {
        if (interval is null) return null;
        var errors = new FieldErrors();
        if (addresses.Count == 0) errors.Add("/addresses", "Name at least one e-mail address.");
        if (addresses.Count > MostAddresses) errors.Add("/addresses", $"A report goes to at most {MostAddresses} addresses.");
        foreach (var address in addresses.Where(a => AccountRules.EmailFault(a) is not null))
            errors.Add("/addresses", $"{address} is not an e-mail address such as anna@example.com.");
        return errors.IsEmpty ? null : Failure.Invalid(errors);
    }

    private static ReportSetting Setting(ReportSchedule? row) =>
        row is null ? new ReportSetting(null, []) : new ReportSetting(row.Interval, Split(row.Addresses));

    internal static IReadOnlyList<string> Split(string addresses) => addresses.Split(' ', StringSplitOptions.RemoveEmptyEntries);

    private HistoryEntry Entry(Actor actor, Guid pbxId, ReportSetting before, ReportSetting after)
    {
        var now = time.GetUtcNow();
        return new HistoryEntry {
            Id = Guid.CreateVersion7(now),
            OrganizationId = actor.OrganizationId,
            PbxId = pbxId,
            ChangeId = Guid.CreateVersion7(now),
            At = now,
            Actor = actor.Name,
            Source = actor.Source,
            Kind = HistoryKind,
            Key = "report by e-mail",
            Action = ChangeAction.Updated,
            Before = DocumentJson.Write(before),
            After = DocumentJson.Write(after),
        };
    }
}

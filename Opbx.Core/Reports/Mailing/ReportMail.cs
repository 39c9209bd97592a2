using System.Text;
using Opbx.Core.Configuration;
using Opbx.Core.Document;
using Opbx.Core.Mail;
using Opbx.Core.Permissions;
using Opbx.Core.Routing;

namespace Opbx.Core.Reports.Mailing;

/// <summary>The mailed report: how callers from outside were served, and why some reached nobody.</summary>
public sealed class ReportMail(ReportDirectory reports, ConfigurationStore configuration, PublicAddress address)
{
    private const int MostCauses = 5;
    private static readonly CultureInfo English = CultureInfo.GetCultureInfo("en-US");

    /// <summary>A failure when the PBX is gone or may not be read.</summary>
    public async Task<Result<MailMessage>> WriteAsync(Actor actor, Guid pbxId, DateOnly first, DateOnly last, string to,
        CancellationToken cancel)
    {
        if (configuration.Find(pbxId) is not { } pbx) return Failure.NotFound("This PBX");
        var range = new ReportRange(first, last, ZoneOf(pbx));
        var report = await reports.ReadAsync(actor, pbxId, range, CallDirection.Inbound, cancel);
        if (!report.Ok) return report.Failure;
        var missed = await reports.MissedAsync(actor, pbxId, range, cancel);
        if (!missed.Ok) return missed.Failure;
        var name = pbx.Document.Pbx.FriendlyName is { Length: > 0 } friendly ? friendly : pbx.Document.Pbx.Name;
        return new MailMessage(to, $"{name}: calls of {Days(range)}", Text(report.Value, missed.Value));
    }

    /// <summary>UTC when the zone is unknown.</summary>
    internal static TimeZoneInfo ZoneOf(PbxSnapshot pbx) =>
        TimeZoneInfo.TryFindSystemTimeZoneById(pbx.Document.Pbx.TimeZone, out var zone) ? zone : TimeZoneInfo.Utc;

    private string Text(CallReport report, MissedReport missed)
    {
        var all = report.All;
        var text = new StringBuilder();
        if (all.Total == 0)
        {
            text.AppendLine("Nobody called from outside.");
        }
        else
        {
            text.AppendLine(English, $"Calls from outside: {all.Total:N0}");
            text.AppendLine(English, $"Answered: {all.Answered:N0} ({all.AnswerRate:P0})");
            text.AppendLine(English, $"Reached nobody: {all.Missed:N0}");
            text.AppendLine(English, $"Messages left: {all.Voicemail:N0}");
            if (all.Blocked > 0) text.AppendLine(English, $"Blocked callers: {all.Blocked:N0}");
            if (all.Answered > 0)
                text.AppendLine(English,
                    $"Seconds until somebody answered: {report.Waiting.Average:N0} on average, {report.Waiting.Longest:N0} at most");
            text.AppendLine(English, $"Busiest hour: {Busiest(report)}");
        }
        if (missed.Causes.Count > 0)
        {
            text.AppendLine().AppendLine("Why callers reached nobody:");
            foreach (var cause in missed.Causes.Take(MostCauses))
                text.AppendLine(English, $"- {cause.Count:N0}: {cause.What} {cause.Advice}");
            if (missed.Restriction is { } restriction) text.AppendLine(restriction);
        }
        return text.AppendLine()
            .Append(CultureInfo.InvariantCulture,
                $"More at {address.For($"/reports?first={report.Range.First:yyyy-MM-dd}&last={report.Range.Last:yyyy-MM-dd}")}")
                .AppendLine().ToString();
    }

    private static string Busiest(CallReport report)
    {
        var (hour, calls) = report.Hours.Select((tally, hour) => (Hour: hour, tally.Total)).MaxBy(h => h.Total);
        return string.Create(English, $"{hour}:00 to {hour + 1}:00 with {calls:N0} of them");
    }

    private static string Days(ReportRange range) => range.Days == 1
        ? range.First.ToString("d MMMM yyyy", English)
        : $"{range.First.ToString("d MMMM", English)} to {range.Last.ToString("d MMMM yyyy", English)}";
}

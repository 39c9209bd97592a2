using Opbx.Core.Reports;
using Opbx.Portal.Api;

namespace Opbx.Portal.Features.Reports;

internal sealed class ReportCsv : CsvAnswer<IReadOnlyList<string?>>
{
    private static readonly string[] Outcomes = ["calls", "answered", "missed", "voicemail", "blocked", "talkSeconds"];

    private ReportCsv(string file, string[] columns, IEnumerable<IReadOnlyList<string?>> rows)
        : base(file, columns, rows.ToAsyncEnumerable())
    {
    }

    /// <param name="table">Which one; for the causes use <see cref="From(MissedReport)"/>.</param>
    /// <param name="document">The source of names for numbers.</param>
    public static ReportCsv From(ReportTable table, CallReport report, PbxDocument document) => table switch {
        ReportTable.Days =>
            new("report.csv", ["day", .. Outcomes],
                report.Days.Select(d => Row(d.Calls, d.Day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)))),
        ReportTable.Hours => new("report-hours.csv", ["hour", .. Outcomes], report.Hours.Select((h, i) => Row(h, Number(i)))),
        ReportTable.Week => new("report-week.csv", ["weekday", "hour", "calls"], Week(report)),
        ReportTable.Waiting => new("report-waiting.csv", ["longerThanSeconds", "upToSeconds", "calls"], Waiting(report.Waiting)),
        ReportTable.Extensions =>
            new("report-extensions.csv",
                ["extension", "name", "rang", "answered", "answeredByOthers", "answeredByNobody", "outgoing", "talkSeconds"],
                report.Extensions.Select(e => Row(e, document))),
        ReportTable.Groups => new("report-groups.csv", ["group", .. Outcomes], report.Groups.Select(g => Row(g.Calls, g.Key))),
        ReportTable.Numbers =>
            new("report-numbers.csv", ["number", "name", .. Outcomes],
                report.Numbers.Select(n => Row(n.Calls, n.Key, document.PhoneNumbers.FirstOrDefault(p => p.Number == n.Key)?.Name))),
        ReportTable.Choices =>
            new("report-choices.csv", ["menu", "choice", "label", .. Outcomes],
                report.Choices.Select(c => Row(c.Calls, c.Menu, c.Digits, c.LabelIn(document)))),
        ReportTable.Causes => throw new ArgumentException("The causes are a report of their own.", nameof(table)),
    };

    /// <summary>Why callers reached nobody.</summary>
    public static ReportCsv From(MissedReport missed) => new(
        "report-causes.csv",
        ["cause", "object", "calls", "whatHappened", "advice", "lastCall"],
        missed.Causes.Select(c => (IReadOnlyList<string?>)[c.Code, c.Node?.Name, Number(c.Count), c.What, c.Advice, c.Last]));

    protected override IEnumerable<string?> Cells(IReadOnlyList<string?> row) => row;

    private static IReadOnlyList<string?> Row(Tally calls, params ReadOnlySpan<string?> first) =>
        [.. first, Number(calls.Total), Number(calls.Answered), Number(calls.Missed), Number(calls.Voicemail), Number(calls.Blocked),
            Number(calls.Talk.Seconds)];

    private static IReadOnlyList<string?> Row(ExtensionTally calls, PbxDocument document) =>
    [
        calls.Number, document.Extensions.FirstOrDefault(e => e.Number == calls.Number)?.Name,
        Number(calls.Rang), Number(calls.Answered), Number(calls.Others), Number(calls.Nobody), Number(calls.Outgoing),
            Number(calls.Talk.Seconds),
    ];

    private static IEnumerable<IReadOnlyList<string?>> Week(CallReport report) =>
        report.Week.SelectMany(
            (day, d) => day.Select(
                (calls, hour) => (IReadOnlyList<string?>)[Spell((DayOfWeek)((d + 1) % 7)), Number(hour), Number(calls)]));

    private static IEnumerable<IReadOnlyList<string?>> Waiting(WaitingTimes waiting) =>
        waiting.Steps.Select(
            (calls, i) =>
                (IReadOnlyList<string?>)[i == 0 ? null : Number(WaitingTimes.Ends[i - 1]), i < WaitingTimes.Ends.Count
                    ? Number(WaitingTimes.Ends[i]) : null, Number(calls)]);
}

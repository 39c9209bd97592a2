using System.Globalization;
using Opbx.Core.Reports;
using Opbx.Portal.Features.Downloads;

namespace Opbx.Portal.Features.Reports;

/// <summary>The days of a report as CSV.</summary>
internal sealed class ReportCsv(CallReport report) : CsvAnswer<DayTally>("report.csv", Columns, report.Days.ToAsyncEnumerable())
{
    private static readonly string[] Columns = ["day", "calls", "answered", "missed", "voicemail", "blocked", "talkSeconds"];

    protected override IEnumerable<string?> Cells(DayTally row) =>
    [
        row.Day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        Number(row.Calls.Total), Number(row.Calls.Answered), Number(row.Calls.Missed), Number(row.Calls.Voicemail), Number(row.Calls.Blocked), Number(row.Calls.TalkSeconds),
    ];
}

using System.Text.Json;
using Opbx.Core.Calls.Log;
using Opbx.Portal.Api;

namespace Opbx.Portal.Features.Calls;

internal sealed class CallCsv(IAsyncEnumerable<CallSummary> calls) : CsvAnswer<CallSummary>("calls.csv", Columns, calls)
{
    private static readonly string[] Columns =
        ["uuid", "direction", "from", "to", "callerName", "phoneNumber", "startedAt", "answeredAt", "endedAt", "disposition", "duration",
            "billableSeconds", "waitSeconds", "talkSeconds", "answeredBy", "path"];

    protected override IEnumerable<string?> Cells(CallSummary row) =>
    [
        row.Token, Spell(row.Direction), row.From, row.To, row.CallerName, row.PhoneNumber, Time(row.StartedAt), Time(row.AnsweredAt),
            Time(row.EndedAt),
        row.Disposition is { } disposition ? Spell(disposition)
            : null, Number(row.Duration), Number(row.BillableSeconds), Number(row.WaitSeconds), Number(row.TalkSeconds),
        row.AnsweredBy, string.Join(" > ", JsonSerializer.Deserialize<List<string>>(row.Path)!),
    ];
}

using System.Globalization;
using System.Text.Json;
using CsvHelper;
using Opbx.Core.Calls.Log;

namespace Opbx.Portal.Features.Calls;

/// <summary>Streams calls as CSV. Cells that begin like a formula are escaped, so that a spreadsheet does not run them.</summary>
internal sealed class CallCsv(IAsyncEnumerable<CallSummary> calls) : IResult
{
    private static readonly string[] Columns = ["uuid", "direction", "from", "to", "callerName", "phoneNumber", "startedAt", "answeredAt", "endedAt", "disposition", "duration", "billableSeconds", "answeredBy", "path"];
    private static readonly CsvWriterOptions Format = CsvWriterOptions.Default with { Injection = CsvInjection.Escape };

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        httpContext.Response.ContentType = "text/csv; charset=utf-8";
        httpContext.Response.Headers.ContentDisposition = "attachment; filename=\"calls.csv\"";
        await using var csv = CsvWriter.Create(httpContext.Response.Body, Format, leaveOpen: true);
        foreach (var column in Columns) csv.WriteField(column);
        await csv.EndRecordAsync(httpContext.RequestAborted);
        await foreach (var call in calls.WithCancellation(httpContext.RequestAborted))
        {
            foreach (var cell in Cells(call)) csv.WriteField(cell);
            await csv.EndRecordAsync(httpContext.RequestAborted);
        }
        await csv.FlushAsync(httpContext.RequestAborted);
    }

    private static string?[] Cells(CallSummary call) =>
    [
        call.Token, Spell(call.Direction), call.From, call.To, call.CallerName, call.PhoneNumber, Time(call.StartedAt), Time(call.AnsweredAt), Time(call.EndedAt),
        call.Disposition is { } disposition ? Spell(disposition) : null, call.Duration?.ToString(CultureInfo.InvariantCulture), call.BillableSeconds?.ToString(CultureInfo.InvariantCulture),
        call.AnsweredBy, string.Join(" > ", JsonSerializer.Deserialize<List<string>>(call.Path)!),
    ];

    private static string? Time(DateTimeOffset? time) => time?.ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture);

    private static string Spell<T>(T value)
        where T : struct, Enum => JsonNamingPolicy.CamelCase.ConvertName(value.ToString());
}

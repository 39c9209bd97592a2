using System.Text.Json;
using CsvHelper;

namespace Opbx.Portal.Api;

/// <summary>Streams rows as CSV. Cells that start like a formula are escaped, so that a spreadsheet does not run them.</summary>
internal abstract class CsvAnswer<TRow>(string file, IReadOnlyList<string> columns, IAsyncEnumerable<TRow> rows) : IResult
{
    private static readonly CsvWriterOptions Format = CsvWriterOptions.Default with { Injection = CsvInjection.Escape };

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        httpContext.Response.ContentType = "text/csv; charset=utf-8";
        httpContext.Response.Headers.ContentDisposition = $"attachment; filename=\"{file}\"";
        await using var csv = CsvWriter.Create(httpContext.Response.Body, Format, leaveOpen: true);
        foreach (var column in columns) csv.WriteField(column);
        await csv.EndRecordAsync(httpContext.RequestAborted);
        await foreach (var row in rows.WithCancellation(httpContext.RequestAborted))
        {
            foreach (var cell in Cells(row)) csv.WriteField(cell);
            await csv.EndRecordAsync(httpContext.RequestAborted);
        }
        await csv.FlushAsync(httpContext.RequestAborted);
    }

    /// <summary>In the columns' order.</summary>
    protected abstract IEnumerable<string?> Cells(TRow row);

    protected static string? Number(long? value) => value?.ToString(CultureInfo.InvariantCulture);
    protected static string? Time(DateTimeOffset? time) => time?.ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture);

    /// <summary>The API name of an enum member.</summary>
    protected static string Spell<T>(T value)
        where T : struct, Enum => JsonNamingPolicy.CamelCase.ConvertName(value.ToString());
}

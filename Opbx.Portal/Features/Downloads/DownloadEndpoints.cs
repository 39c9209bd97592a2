using Opbx.Core.Calls.Log;
using Opbx.Core.Reports;
using Opbx.Portal.Api;
using Opbx.Portal.Components;
using Opbx.Portal.Features.Calls;
using Opbx.Portal.Features.Reports;
using Opbx.Portal.Security;

namespace Opbx.Portal.Features.Downloads;

/// <summary>Downloads of pages, for the signed-in person and the selected phone system.</summary>
public static class DownloadEndpoints
{
    public static void MapDownloads(this IEndpointRouteBuilder app)
    {
        var downloads = app.MapGroup("/downloads").RequireAuthorization();
        downloads.MapGet("/calls.csv", Calls);
        downloads.MapGet("/report.csv", ReportAsync);
    }

    /// <summary>The call log with the filters of its page.</summary>
    private static IResult Calls(HttpContext context, CallDirectory directory, ConfigurationStore store)
    {
        if (Session(context, store) is not { } session) return Results.NotFound();
        var address = Address(context);
        var query = CallLogFilter.From(address).ToQuery(TableSearch(context), CallQuery.MostCalls, session.Zone);
        var calls = directory.Export(session.Actor, session.PbxId, query);
        return calls.Ok ? new CallCsv(calls.Value) : Problems.From(calls.Failure);
    }

    /// <summary>One table of the reports page, with the filters of that page; the days, unless another table is named.</summary>
    private static async Task<IResult> ReportAsync(HttpContext context, ReportDirectory directory, ConfigurationStore store,
        TimeProvider clock, CancellationToken cancel)
    {
        if (Session(context, store) is not { } session) return Results.NotFound();
        var table = context.Request.Query.TryGetValue("table", out var named) ? ReportFilter.Table(named.ToString()) : ReportTable.Days;
        if (table is null) return Problems.From(Failure.NotFound("This table"));
        var filter = ReportFilter.From(Address(context));
        var range = filter.Range(clock.GetUtcNow(), session.Zone);
        if (table == ReportTable.Causes)
        {
            var missed = await directory.MissedAsync(session.Actor, session.PbxId, range, cancel);
            return missed.Ok ? ReportCsv.From(missed.Value) : Problems.From(missed.Failure);
        }
        var report = await directory.ReadAsync(session.Actor, session.PbxId, range, filter.Direction, cancel);
        return report.Ok ? ReportCsv.From(table.Value, report.Value, session.Snapshot.Document) : Problems.From(report.Failure);
    }

    private static PortalSession? Session(HttpContext context, ConfigurationStore store) =>
        PortalSession.Open(context.Actor(), Guid.TryParse(context.Request.Cookies[PortalSession.PbxCookie], out var id) ? id : null, store);

    private static string Address(HttpContext context) => $"http://portal{context.Request.Path}{context.Request.QueryString}";
    private static string? TableSearch(HttpContext context) => Components.Ui.TableState.From(Address(context)).Search;
}

using Opbx.Core.Calls.Control;
using Opbx.Core.Calls.Log;
using Opbx.Portal.Api;
using Opbx.Portal.Security;

namespace Opbx.Portal.Features.Calls;

public static class CallEndpoints
{
    public static void MapCalls(this RouteGroupBuilder api)
    {
        var calls = api.MapGroup("/pbxs/{pbx:guid}/calls");
        calls.MapGet("", ListAsync).Asks(
            ("number", "Digits that occur in one of the call's numbers."),
            ("from", "Digits that occur in the caller's number."),
            ("to", "Digits that occur in the number that was called."),
            ("direction", "inbound, outbound or internal."),
            ("disposition", "How it ended: answered, missed, busy, failed, voicemail, blocked or canceled."),
            ("after", "Started at or after this time."),
            ("before", "Started before this time."),
            ("limit", "How many items at most: 1 to 500."),
            ("cursor", "nextCursor of the previous page."));
        calls.MapGet("live", Live);
        calls.MapGet("{uuid}", GetAsync);
        calls.MapDelete("{uuid}", HangUpAsync);
    }

    private static async Task<IResult> ListAsync(HttpContext context, Guid pbx, CallDirectory directory, CancellationToken cancel)
    {
        if (!context.Actor().May(Permission.ViewOwnCalls)) return Problems.From(Failure.Forbidden());
        var query = new CallQueryReader(context.Request.Query).Read();
        if (!query.Ok) return Problems.From(query.Failure);
        if (context.Request.Headers.Accept.ToString().Contains("text/csv", StringComparison.OrdinalIgnoreCase))
        {
            var all = directory.Export(context.Actor(), pbx, query.Value);
            return all.Ok ? new CallCsv(all.Value) : Problems.From(all.Failure);
        }
        var page = await directory.ListAsync(context.Actor(), pbx, query.Value, cancel);
        return page.Ok
            ? Json(new { items = page.Value.Items.Select(call => CallItem.Create(pbx, call)), nextCursor = page.Value.Next?.ToString() })
            : Problems.From(page.Failure);
    }

    private static IResult Live(HttpContext context, Guid pbx, CallDirectory directory)
    {
        var live = directory.Live(context.Actor(), pbx);
        if (!live.Ok) return Problems.From(live.Failure);
        var (query, problem) = ApiLists.Query(context.Request);
        return query is null ? problem! : Json(ApiLists.Answer(live.Value, query, CallItem.Create));
    }

    private static async Task<IResult> GetAsync(HttpContext context, Guid pbx, string uuid, CallDirectory directory,
        CancellationToken cancel)
    {
        var call = await directory.GetAsync(context.Actor(), pbx, uuid, cancel);
        return call.Ok ? Json(CallItem.Create(pbx, call.Value)) : Problems.From(call.Failure);
    }

    private static async Task<IResult> HangUpAsync(HttpContext context, Guid pbx, string uuid, HangUpRunner runner,
        CancellationToken cancel)
    {
        var done = await runner.HangUpAsync(context.Actor(), pbx, uuid, cancel);
        return done.Ok ? TypedResults.NoContent() : Problems.From(done.Failure);
    }

    private static IResult Json<T>(T value) => Results.Json(value, DocumentJson.Options);
}

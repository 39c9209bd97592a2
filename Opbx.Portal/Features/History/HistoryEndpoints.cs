using System.Buffers.Text;
using System.Text;
using System.Text.Json.Nodes;
using Opbx.Core.Audit;
using Opbx.Core.Configuration.History;
using Opbx.Portal.Api;
using Opbx.Portal.Security;

namespace Opbx.Portal.Features.History;

/// <summary>Newest first.</summary>
public static class HistoryEndpoints
{
    private static readonly (string, string) DryRun = ("dryRun", "true to tell only what would change.");

    public static void MapHistory(this RouteGroupBuilder api)
    {
        api.MapGet("/history", ListAsync)
            .Asks(("limit", "How many items at most: 1 to 500, 100 when absent."),
                ("cursor", "Where the part begins: nextCursor of the part before."));
        api.MapPost("/history/{id:guid}/undo", UndoAsync)
            .Asks(DryRun, ("evenIfChanged", "true to overwrite later changes of the same members."));
        api.MapPost("/history/{id:guid}/restore", RestoreAsync).Asks(DryRun);
    }

    private static async Task<IResult> UndoAsync(HttpContext context, Guid id, UndoEditor editor, CancellationToken cancel) =>
        Answer(await editor.UndoAsync(context.Actor(), id, context.Says(QueryFlags.EvenIfChanged), context.Says(QueryFlags.DryRun),
            cancel));

    private static async Task<IResult> RestoreAsync(HttpContext context, Guid id, UndoEditor editor, CancellationToken cancel) =>
        Answer(await editor.RestoreAsync(context.Actor(), id, context.Says(QueryFlags.DryRun), cancel));

    private static IResult Answer(Result<ImportOutcome> outcome) =>
        outcome.Ok ? Results.Json(new { changes = outcome.Value.Changes }, DocumentJson.Options) : Problems.From(outcome.Failure);

    private static async Task<IResult> ListAsync(HttpContext context, HistoryDirectory directory, CancellationToken cancel)
    {
        if (!context.Actor().May(Permission.ViewHistory)) return Problems.From(Failure.Forbidden());
        var (limit, problem) = ApiLists.Limit(context.Request);
        if (problem is not null) return problem;
        HistoryCursor? before = null;
        if (context.Request.Query["cursor"].ToString() is { Length: > 0 } cursor)
        {
            before = Place(cursor);
            if (before is null) return Problems.Invalid("/cursor", "This cursor is not one of ours.");
        }

        var entries = await directory.ListAsync(context.Actor(), before, limit + 1, cancel);
        if (!entries.Ok) return Problems.From(entries.Failure);
        var items = entries.Value.Take(limit).ToList();
        return Results.Json(new { items = items.Select(Item), nextCursor = entries.Value.Count > limit ? Cursor(items[^1]) : null },
            DocumentJson.Options);
    }

    private static object Item(HistoryEntry entry) => new {
        entry.Id,
        entry.At,
        entry.Actor,
        entry.Source,
        Pbx = entry.PbxId,
        Change = entry.ChangeId,
        entry.Kind,
        entry.Key,
        entry.Action,
        Before = entry.Before is null ? null : JsonNode.Parse(entry.Before),
        After = entry.After is null ? null : JsonNode.Parse(entry.After),
    };

    private static string Cursor(HistoryEntry entry) =>
        Base64Url.EncodeToString(
            Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"h{entry.At.ToUnixTimeMilliseconds()}.{entry.Id:N}")));

    private static HistoryCursor? Place(string cursor)
    {
        if (cursor.Length > 80 || !Base64Url.IsValid(cursor)) return null;
        return Encoding.ASCII.GetString(Base64Url.DecodeFromChars(cursor)).Split('.') is [['h', .. var time], var id]
            && long.TryParse(time, NumberStyles.None, CultureInfo.InvariantCulture, out var at) && at < 10_000_000_000_000
            && Guid.TryParseExact(id, "N", out var guid)
                ? new HistoryCursor(DateTimeOffset.FromUnixTimeMilliseconds(at), guid)
                : null;
    }
}

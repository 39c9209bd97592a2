using System.ComponentModel.DataAnnotations;
using System.Text.Json.Nodes;
using Opbx.Core.Configuration.ScheduledChanges;
using Opbx.Core.Users.SelfService;
using Opbx.Portal.Api;
using Opbx.Portal.Http;
using Opbx.Portal.Security;

namespace Opbx.Portal.Features.ScheduledChanges;

public static class ScheduledChangeEndpoints
{
    private const string Path = "/pbxs/{pbx:guid}/scheduled-changes";

    public static void MapScheduledChanges(this RouteGroupBuilder api)
    {
        api.MapGet(Path, ListAsync).Lists(null, ("show", "coming or over; all when absent."));
        api.MapPost(Path, PlanAsync).WithBody<ScheduleBody>();
        api.MapGet(Path + "/{id:guid}", GetAsync);
        api.MapDelete(Path + "/{id:guid}", EndAsync);
        api.MapPost("/pbxs/{pbx:guid}/extensions/{key}/cover", CoverAsync).WithBody<CoverBody>();
    }

    private static async Task<IResult> ListAsync(HttpContext context, Guid pbx, ScheduledChangeDirectory directory,
        CancellationToken cancel)
    {
        if (!context.Actor().May(Permission.ViewConfiguration)) return Problems.From(Failure.Forbidden());
        var (query, problem) = ApiLists.Query(context.Request);
        if (query is null) return problem!;
        bool? over = null;
        if (context.Request.Query["show"].ToString() is { Length: > 0 } show)
        {
            if (show is not ("coming" or "over")) return Problems.Invalid("/show", "This must be coming or over.");
            over = show == "over";
        }
        var page = await directory.ListAsync(context.Actor(), pbx, over, query, cancel);
        return page.Ok ? Results.Json(ApiLists.Answer(page.Value, query, Item), DocumentJson.Options) : Problems.From(page.Failure);
    }

    private static async Task<IResult> GetAsync(HttpContext context, Guid pbx, Guid id, ScheduledChangeDirectory directory,
        CancellationToken cancel) =>
        Answer(await directory.GetAsync(context.Actor(), pbx, id, cancel), StatusCodes.Status200OK);

    private static async Task<IResult> PlanAsync(HttpContext context, Guid pbx, ConfigurationDirectory directory,
        ScheduledChangeEditor editor, CancellationToken cancel)
    {
        if (directory.Snapshot(context.Actor(), pbx, Permission.EditConfiguration) is { Ok: false } missing)
            return Problems.From(missing.Failure);
        var (body, problem) = await ApiBody.ReadAsync<ScheduleBody>(context, cancel);
        if (body is null) return problem!;
        var planned =
            await editor.PlanAsync(context.Actor(), pbx, new ScheduleInput(body.Title, body.From!.Value, body.Until),
                present => body.Wanted(present.Document), cancel);
        return Created(context, pbx, planned);
    }

    /// <summary>Cancels a change that has not begun; ends one that has.</summary>
    private static async Task<IResult> EndAsync(HttpContext context, Guid pbx, Guid id, ScheduledChangeEditor editor,
        CancellationToken cancel)
    {
        var ended = await editor.EndAsync(context.Actor(), pbx, id, cancel);
        return ended.Ok ? Results.NoContent() : Problems.From(ended.Failure);
    }

    private static async Task<IResult> CoverAsync(HttpContext context, Guid pbx, string key, CoverEditor editor, CancellationToken cancel)
    {
        var number = PathSegments.NameIn(key);
        if (!await editor.MayAsync(context.Actor(), pbx, number, cancel))
            return Problems.From(context.Actor().May(Permission.EditConfiguration) ? Failure.NotFound("This PBX") : Failure.Forbidden());
        var (body, problem) = await ApiBody.ReadAsync<CoverBody>(context, cancel);
        if (body is null) return problem!;
        return Created(context, pbx,
            await editor.CoverAsync(context.Actor(), pbx, new CoverInput(number, body.By, body.From, body.Until, body.Groups), cancel));
    }

    private static IResult Created(HttpContext context, Guid pbx, Result<ScheduledChange> planned)
    {
        if (planned.Ok) context.Response.Headers.Location = $"{ApiGroup.Prefix}/pbxs/{pbx}/scheduled-changes/{planned.Value.Id}";
        return Answer(planned, StatusCodes.Status201Created);
    }

    private static IResult Answer(Result<ScheduledChange> change, int status) =>
        change.Ok ? Results.Json(Item(change.Value), DocumentJson.Options, statusCode: status) : Problems.From(change.Failure);

    private static object Item(ScheduledChange change) => new {
        change.Id,
        change.Title,
        From = change.StartsAt,
        Until = change.EndsAt,
        change.State,
        change.Problem,
        change.CoveredExtension,
        change.MadeBy,
        change.MadeAt,
        Changes = ScheduledChangeDirectory.Objects(change).Select(o => new {
            o.Kind,
            o.Key,
            Before = o.Before is null ? null : JsonNode.Parse(o.Before),
            After = o.After is null ? null : JsonNode.Parse(o.After),
        }),
    };
}

internal sealed record CoverBody
{
    /// <summary>The extension that covers the calls.</summary>
    [Required, StringLength(6)]
    public string? By { get; init; }

    /// <summary>Now when absent.</summary>
    public DateTimeOffset? From { get; init; }

    [Required]
    public DateTimeOffset? Until { get; init; }

    /// <summary>Whether that person also replaces the other one in ring groups.</summary>
    public bool Groups { get; init; } = true;
}

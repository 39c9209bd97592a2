using Opbx.Portal.Api;
using Opbx.Portal.Http;
using Opbx.Portal.Security;

namespace Opbx.Portal.Features.Configuration;

/// <summary>The same five endpoints for every list of the document.</summary>
public static class ObjectEndpoints
{
    public static void MapObjects(this RouteGroupBuilder api)
    {
        foreach (var kind in ObjectKind.All.Where(k => k != ObjectKind.GoldenCalls))
        {
            var (collection, one) = ($"/pbxs/{{pbx:guid}}/{kind.Route}", $"/pbxs/{{pbx:guid}}/{kind.Route}/{{key}}");
            api.MapGet(collection, (HttpContext context, Guid pbx, ConfigurationDirectory directory) => List(context, pbx, kind, directory))
                .Lists(kind.Type);
            api.MapPost(collection,
                (HttpContext context, Guid pbx, ConfigurationDirectory directory, ConfigurationEditor editor, CancellationToken cancel) =>
                    CreateAsync(context, pbx, kind, directory, editor, cancel))
                .WithBody(kind.Type);
            api.MapGet(one,
                (HttpContext context, Guid pbx, string key, ConfigurationDirectory directory, SecretViews secrets,
                    CancellationToken cancel) => GetAsync(context, pbx, kind, key, directory, secrets, cancel))
                .Answers(kind.Type).Asks(("secrets", "true to show secrets; for owners."));
            api.MapPut(one,
                (HttpContext context, Guid pbx, string key, ConfigurationDirectory directory, ConfigurationEditor editor,
                    CancellationToken cancel) => ReplaceAsync(context, pbx, kind, key, directory, editor, cancel))
                .WithBody(kind.Type);
            api.MapDelete(one,
                (HttpContext context, Guid pbx, string key, ConfigurationDirectory directory, ConfigurationEditor editor,
                    CancellationToken cancel) => DeleteAsync(context, pbx, kind, key, directory, editor, cancel))
                .Asks(("replaceBy", "Key of another one that takes its place wherever it is used."));
        }
    }

    private static IResult List(HttpContext context, Guid pbx, ObjectKind kind, ConfigurationDirectory directory)
    {
        var (query, problem) = ApiLists.Query(context.Request);
        if (query is null) return problem!;
        var page = directory.List(context.Actor(), pbx, kind, query);
        return page.Ok ? Results.Json(ApiLists.Answer(page.Value, query, o => Node(kind, o)), DocumentJson.Options)
            : Problems.From(page.Failure);
    }

    private static async Task<IResult> GetAsync(HttpContext context, Guid pbx, ObjectKind kind, string key,
        ConfigurationDirectory directory, SecretViews secrets, CancellationToken cancel)
    {
        key = PathSegments.NameIn(key);
        var found = context.Says(QueryFlags.Secrets) ? await secrets.GetAsync(context.Actor(), pbx, kind, key, cancel)
            : directory.Get(context.Actor(), pbx, kind, key);
        return found.Ok ? Answer(context, kind, found.Value, StatusCodes.Status200OK) : Problems.From(found.Failure);
    }

    private static async Task<IResult> CreateAsync(HttpContext context, Guid pbx, ObjectKind kind, ConfigurationDirectory directory,
        ConfigurationEditor editor, CancellationToken cancel)
    {
        var actor = context.Actor();
        if (directory.Snapshot(actor, pbx, ObjectPermissions.Edit(kind)) is { Ok: false } missing) return Problems.From(missing.Failure);
        var (body, problem) = await ObjectBody.ReadAsync(kind, context, directory.Snapshot(actor, pbx).Value!.Document, null, cancel);
        if (body is null) return problem!;
        var saved = await editor.CreateAsync(actor, pbx, kind, body, cancel);
        if (!saved.Ok) return Problems.From(saved.Failure);
        context.Response.Headers.Location = $"{context.Request.Path}/{Uri.EscapeDataString(saved.Value.Object.Key)}";
        return Answer(context, kind, saved.Value, StatusCodes.Status201Created);
    }

    private static async Task<IResult> ReplaceAsync(HttpContext context, Guid pbx, ObjectKind kind, string key,
        ConfigurationDirectory directory, ConfigurationEditor editor, CancellationToken cancel)
    {
        var actor = context.Actor();
        key = PathSegments.NameIn(key);
        var found = Editable(context, pbx, kind, key, directory);
        if (!found.Ok) return Problems.From(found.Failure);
        var (expected, stale) = ETags.Expected(context.Request, found.Value.Info);
        if (stale is not null) return Problems.From(stale);
        var (body, problem) = await ObjectBody.ReadAsync(kind, context, directory.Snapshot(actor, pbx).Value!.Document, key, cancel);
        if (body is null) return problem!;
        var saved = await editor.ReplaceAsync(actor, pbx, kind, key, body, expected, cancel);
        return saved.Ok ? Answer(context, kind, saved.Value, StatusCodes.Status200OK) : Problems.From(saved.Failure);
    }

    private static async Task<IResult> DeleteAsync(HttpContext context, Guid pbx, ObjectKind kind, string key,
        ConfigurationDirectory directory, ConfigurationEditor editor, CancellationToken cancel)
    {
        key = PathSegments.NameIn(key);
        var found = Editable(context, pbx, kind, key, directory);
        if (!found.Ok) return Problems.From(found.Failure);
        var (expected, stale) = ETags.Expected(context.Request, found.Value.Info);
        if (stale is not null) return Problems.From(stale);
        var deleted = context.Request.Query["replaceBy"].ToString() is { Length: > 0 } by
            ? await editor.ReplaceByAsync(context.Actor(), pbx, kind, key, by, expected, cancel)
            : await editor.DeleteAsync(context.Actor(), pbx, kind, key, expected, cancel);
        return deleted.Ok ? Results.NoContent() : Problems.From(deleted.Failure);
    }

    private static Result<SavedObject> Editable(HttpContext context, Guid pbx, ObjectKind kind, string key,
        ConfigurationDirectory directory)
    {
        var actor = context.Actor();
        return actor.May(ObjectPermissions.Edit(kind)) ? directory.Get(actor, pbx, kind, key) : Failure.Forbidden();
    }

    private static IResult Answer(HttpContext context, ObjectKind kind, SavedObject saved, int status)
    {
        ETags.Set(context, saved.Info);
        return Results.Json(Node(kind, saved), DocumentJson.Options, statusCode: status);
    }

    private static System.Text.Json.JsonElement Node(ObjectKind kind, SavedObject saved) =>
        System.Text.Json.JsonSerializer.SerializeToElement(saved.Object, kind.Type, DocumentJson.Options);
}

using Opbx.Core.Document.Integrations;
using Opbx.Core.Integrations.Account;
using Opbx.Portal.Api;
using Opbx.Portal.Security;

namespace Opbx.Portal.Features.Configuration;

/// <summary>Account-level integrations, in the same shape as a PBX's.</summary>
public static class AccountIntegrationEndpoints
{
    public static void MapAccountIntegrations(this RouteGroupBuilder api)
    {
        api.MapGet("/integrations", List).Lists(typeof(Integration));
        api.MapPost("/integrations", CreateAsync).WithBody<Integration>();
        api.MapGet("/integrations/{name}", GetAsync).Answers(typeof(Integration)).Asks(("secrets", "true to show secrets; for owners."));
        api.MapPut("/integrations/{name}", ReplaceAsync).WithBody<Integration>();
        api.MapDelete("/integrations/{name}", DeleteAsync);
    }

    private static IResult List(HttpContext context, AccountIntegrationEditor editor)
    {
        var (query, problem) = ApiLists.Query(context.Request);
        if (query is null) return problem!;
        var page = editor.List(context.Actor(), query);
        return page.Ok ? Results.Json(ApiLists.Answer(page.Value, query, o => (Integration)o.Object), DocumentJson.Options)
            : Problems.From(page.Failure);
    }

    private static async Task<IResult> GetAsync(HttpContext context, string name, AccountIntegrationEditor editor, SecretViews secrets,
        CancellationToken cancel)
    {
        var found = context.Says(QueryFlags.Secrets)
            ? await secrets.ShowAsync(context.Actor(), null, ObjectKind.Integrations, editor.Get(context.Actor(), name), cancel)
            : editor.Get(context.Actor(), name);
        return found.Ok ? Answer(context, found.Value, StatusCodes.Status200OK) : Problems.From(found.Failure);
    }

    private static async Task<IResult> CreateAsync(HttpContext context, AccountIntegrationEditor editor, CancellationToken cancel)
    {
        if (!context.Actor().May(Permission.EditIntegrations)) return Problems.From(Core.Shared.Failure.Forbidden());
        var (body, problem) = await ApiBody.ReadAsync<Integration>(context, cancel);
        if (body is null) return problem!;
        var saved = await editor.CreateAsync(context.Actor(), body, cancel);
        return saved.Ok ? Answer(context, saved.Value, StatusCodes.Status201Created) : Problems.From(saved.Failure);
    }

    private static async Task<IResult> ReplaceAsync(HttpContext context, string name, AccountIntegrationEditor editor,
        CancellationToken cancel)
    {
        if (!context.Actor().May(Permission.EditIntegrations)) return Problems.From(Core.Shared.Failure.Forbidden());
        var found = editor.Get(context.Actor(), name);
        if (!found.Ok) return Problems.From(found.Failure);
        var (expected, stale) = ETags.Expected(context.Request, found.Value.Info);
        if (stale is not null) return Problems.From(stale);
        var (body, problem) = await ApiBody.ReadAsync<Integration>(context, cancel);
        if (body is null) return problem!;
        var saved = await editor.ReplaceAsync(context.Actor(), name, body, expected, cancel);
        return saved.Ok ? Answer(context, saved.Value, StatusCodes.Status200OK) : Problems.From(saved.Failure);
    }

    private static async Task<IResult> DeleteAsync(HttpContext context, string name, AccountIntegrationEditor editor,
        CancellationToken cancel)
    {
        var deleted = await editor.DeleteAsync(context.Actor(), name, null, cancel);
        return deleted.Ok ? Results.NoContent() : Problems.From(deleted.Failure);
    }

    private static IResult Answer(HttpContext context, SavedObject saved, int status)
    {
        ETags.Set(context, saved.Info);
        return Results.Json((Integration)saved.Object, DocumentJson.Options, statusCode: status);
    }
}

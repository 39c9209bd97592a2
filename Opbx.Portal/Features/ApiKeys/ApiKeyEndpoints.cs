using Opbx.Core.Users;
using Opbx.Portal.Api;
using Opbx.Portal.Features.Users;
using Opbx.Portal.Security;

namespace Opbx.Portal.Features.ApiKeys;

public static class ApiKeyEndpoints
{
    public static void MapApiKeys(this RouteGroupBuilder api)
    {
        api.MapGet("/api-keys", ListAsync).Lists();
        api.MapPost("/api-keys", CreateAsync).WithBody<ApiKeyInput>();
        api.MapDelete("/api-keys/{id:guid}", RevokeAsync);
    }

    private static async Task<IResult> ListAsync(HttpContext context, ApiKeyEditor editor, CancellationToken cancel)
    {
        if (!context.Actor().May(Permission.ManageApiKeys)) return Problems.From(Failure.Forbidden());
        var (query, problem) = ApiLists.Query(context.Request);
        if (query is null) return problem!;
        var page = await editor.ListAsync(context.Actor(), query, cancel);
        return page.Ok ? Results.Json(ApiLists.Answer(page.Value, query, Item), DocumentJson.Options) : Problems.From(page.Failure);
    }

    private static async Task<IResult> CreateAsync(HttpContext context, ApiKeyEditor editor, CancellationToken cancel)
    {
        if (!context.Actor().May(Permission.ManageApiKeys)) return Problems.From(Failure.Forbidden());
        var (body, problem) = await ApiBody.ReadAsync<ApiKeyInput>(context, cancel);
        if (body is null) return problem!;
        var created = await editor.CreateAsync(context.Actor(), body.Name, RoleSpelling.Parse(body.Role), body.ExpiresAt, cancel);
        if (!created.Ok) return Problems.From(created.Failure);
        context.Response.Headers.CacheControl = "no-store";
        return Results.Json(new { created.Value.Item.Id, created.Value.Key }, DocumentJson.Options,
            statusCode: StatusCodes.Status201Created);
    }

    private static async Task<IResult> RevokeAsync(HttpContext context, Guid id, ApiKeyEditor editor, CancellationToken cancel)
    {
        var revoked = await editor.RevokeAsync(context.Actor(), id, cancel);
        return revoked.Ok ? Results.NoContent() : Problems.From(revoked.Failure);
    }

    private static object Item(ApiKeyItem key) =>
        new { key.Id, key.Name, Role = key.Role.ToString(), key.CreatedAt, key.ExpiresAt, key.LastUsedAt };
}

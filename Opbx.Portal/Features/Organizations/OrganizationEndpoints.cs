using Opbx.Core.Organizations;
using Opbx.Portal.Api;
using Opbx.Portal.Security;

namespace Opbx.Portal.Features.Organizations;

/// <summary>For platform admins only.</summary>
public static class OrganizationEndpoints
{
    public static void MapOrganizations(this RouteGroupBuilder api)
    {
        api.MapGet("/organizations", ListAsync).Lists();
        api.MapPost("/organizations", CreateAsync).WithBody<OrganizationBody>();
        api.MapGet("/organizations/{id:guid}", GetAsync);
        api.MapPatch("/organizations/{id:guid}", ChangeAsync).WithBody<OrganizationChangeBody>();
        api.MapDelete("/organizations/{id:guid}", DeleteAsync);
    }

    private static async Task<IResult> ListAsync(HttpContext context, OrganizationDirectory directory, CancellationToken cancel)
    {
        if (!context.Actor().May(Permission.ManageOrganizations)) return Problems.From(Failure.Forbidden());
        var (query, problem) = ApiLists.Query(context.Request);
        if (query is null) return problem!;
        var page = await directory.ListAsync(context.Actor(), query, cancel);
        return page.Ok ? Results.Json(ApiLists.Answer(page.Value, query, Item), DocumentJson.Options) : Problems.From(page.Failure);
    }

    private static async Task<IResult> GetAsync(HttpContext context, Guid id, OrganizationDirectory directory, CancellationToken cancel) =>
        Answer(await directory.GetAsync(context.Actor(), id, cancel), StatusCodes.Status200OK);

    private static async Task<IResult> CreateAsync(HttpContext context, PlatformProvisioning founder, ConfigurationStore store,
        CancellationToken cancel)
    {
        if (!context.Actor().May(Permission.ManageOrganizations)) return Problems.From(Failure.Forbidden());
        var (body, problem) = await ApiBody.ReadAsync<OrganizationBody>(context, cancel);
        if (body is null) return problem!;
        var made = await founder.CreateAsync(context.Actor(),
            new OrganizationInput(body.Name, body.TimeZone, body.OwnerEmail, body.OwnerPassword), cancel);
        if (!made.Ok) return Problems.From(made.Failure);
        var (item, pbx, invited, key) = made.Value;
        context.Response.Headers.CacheControl = "no-store";
        context.Response.Headers.Location = $"{ApiGroup.Prefix}/organizations/{item.Id}";
        var first = new { Uuid = pbx, store.Find(pbx)?.Document.Pbx.Name };
        return Results.Json(
            new {
                item.Id, item.Name, item.TimeZone, Active = item.State == OrganizationState.Active, item.State, item.CreatedAt,
                item.DeleteAfter, item.Users, item.Pbxs, Pbx = first, InvitationLink = invited?.Link, Key = key
            },
            DocumentJson.Options,
            statusCode: StatusCodes.Status201Created);
    }

    private static async Task<IResult> ChangeAsync(HttpContext context, Guid id, OrganizationEditor editor, CancellationToken cancel)
    {
        if (!context.Actor().May(Permission.ManageOrganizations)) return Problems.From(Failure.Forbidden());
        var (body, problem) = await ApiBody.ReadAsync<OrganizationChangeBody>(context, cancel);
        if (body is null) return problem!;
        return Answer(await editor.ChangeAsync(context.Actor(), id, new OrganizationChange(body.Name, body.TimeZone, body.Active), cancel),
            StatusCodes.Status200OK);
    }

    /// <summary>202, because it happens after the grace period; the response says when.</summary>
    private static async Task<IResult> DeleteAsync(HttpContext context, Guid id, OrganizationEditor editor, CancellationToken cancel) =>
        Answer(await editor.DeleteAsync(context.Actor(), id, cancel), StatusCodes.Status202Accepted);

    private static IResult Answer(Result<OrganizationItem> item, int status) =>
        item.Ok ? Results.Json(Item(item.Value), DocumentJson.Options, statusCode: status) : Problems.From(item.Failure);

    private static object Item(OrganizationItem item) =>
        new {
            item.Id, item.Name, item.TimeZone, Active = item.State == OrganizationState.Active, item.State, item.CreatedAt,
            item.DeleteAfter, item.Users, item.Pbxs
        };
}

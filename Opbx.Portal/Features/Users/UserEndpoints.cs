using Opbx.Core.Users;
using Opbx.Portal.Api;
using Opbx.Portal.Security;

namespace Opbx.Portal.Features.Users;

public static class UserEndpoints
{
    public static void MapUsers(this RouteGroupBuilder api)
    {
        api.MapGet("/users", ListAsync).Lists();
        api.MapPost("/users", InviteAsync).WithBody<UserInvitation>();
        api.MapGet("/users/{id:guid}", GetAsync);
        api.MapPatch("/users/{id:guid}", ChangeAsync).WithBody<UserChange>();
        api.MapDelete("/users/{id:guid}", DeleteAsync);
    }

    private static async Task<IResult> ListAsync(HttpContext context, UserDirectory directory, CancellationToken cancel)
    {
        if (!context.Actor().May(Permission.ViewUsers)) return Problems.From(Failure.Forbidden());
        var (query, problem) = ApiLists.Query(context.Request);
        if (query is null) return problem!;
        var page = await directory.ListAsync(context.Actor(), query, cancel);
        return page.Ok ? Results.Json(ApiLists.Answer(page.Value, query, u => Item(u)), DocumentJson.Options) : Problems.From(page.Failure);
    }

    private static async Task<IResult> GetAsync(HttpContext context, Guid id, UserDirectory directory, CancellationToken cancel)
    {
        var user = await directory.GetAsync(context.Actor(), id, cancel);
        return user.Ok ? Results.Json(Item(user.Value), DocumentJson.Options) : Problems.From(user.Failure);
    }

    private static async Task<IResult> InviteAsync(HttpContext context, UserEditor editor, CancellationToken cancel)
    {
        if (!context.Actor().May(Permission.ManageUsers)) return Problems.From(Failure.Forbidden());
        var (body, problem) = await ApiBody.ReadAsync<UserInvitation>(context, cancel);
        if (body is null) return problem!;
        var invited =
            await editor.InviteAsync(context.Actor(), body.Email, body.Name, RoleSpelling.Parse(body.Role), body.Extension, cancel,
                body.PbxId);
        if (!invited.Ok) return Problems.From(invited.Failure);
        context.Response.Headers.Location = $"{ApiGroup.Prefix}/users/{invited.Value.User.Id}";
        return Results.Json(Item(invited.Value.User, invited.Value.Link), DocumentJson.Options, statusCode: StatusCodes.Status201Created);
    }

    private static async Task<IResult> ChangeAsync(HttpContext context, Guid id, UserEditor editor, CancellationToken cancel)
    {
        if (!context.Actor().May(Permission.ManageUsers)) return Problems.From(Failure.Forbidden());
        var (body, problem) = await ApiBody.ReadAsync<UserChange>(context, cancel);
        if (body is null) return problem!;
        var changed =
            await editor.ChangeAsync(context.Actor(), id, body.Role is null ? null : RoleSpelling.Parse(body.Role), body.Active, cancel);
        return changed.Ok ? Results.Json(Item(changed.Value), DocumentJson.Options) : Problems.From(changed.Failure);
    }

    private static async Task<IResult> DeleteAsync(HttpContext context, Guid id, UserEditor editor, CancellationToken cancel)
    {
        var deleted = await editor.DeleteAsync(context.Actor(), id, cancel);
        return deleted.Ok ? Results.NoContent() : Problems.From(deleted.Failure);
    }

    private static object Item(UserItem user, string? invitationLink = null) => invitationLink is null
        ? new {
            user.Id, user.Email, user.Name, Role = user.Role.ToString(), user.Active, user.Extension, user.PbxId, user.Invited,
            user.Locked, user.CreatedAt
        }
        : new {
            user.Id, user.Email, user.Name, Role = user.Role.ToString(), user.Active, user.Extension, user.PbxId, user.Invited,
            user.Locked, user.CreatedAt, invitationLink
        };
}

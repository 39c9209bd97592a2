using Opbx.Core.Integrations;
using Opbx.Core.Integrations.Delivery;
using Opbx.Portal.Api;
using Opbx.Portal.Http;
using Opbx.Portal.Security;

namespace Opbx.Portal.Features.Integrations;

/// <summary>Delivery log, resending and testing; the same for a PBX and the account.</summary>
public static class IntegrationEndpoints
{
    public static void MapIntegrations(this RouteGroupBuilder api)
    {
        foreach (var place in new[] { "/pbxs/{pbx:guid}/integrations/{name}", "/integrations/{name}" })
        {
            var integration = api.MapGroup(place);
            integration.MapPost("/test", TestAsync);
            integration.MapPost("/rotate-secret", RotateAsync).WithBody<RotationRequest>();
            integration.MapPost("/replay", ReplayAsync).WithBody<ReplayRange>();
            integration.MapGet("/deliveries", ListAsync);
            integration.MapGet("/deliveries/{id}", GetAsync);
            integration.MapPost("/deliveries/redeliver", RedeliverAllAsync);
            integration.MapPost("/deliveries/{id}/redeliver", RedeliverAsync);
        }
    }

    private static async Task<IResult> ListAsync(HttpContext context, Guid? pbx, string name, DeliveryDirectory directory,
        CancellationToken cancel)
    {
        var (query, problem) = DeliveryFilter.Read(context.Request);
        if (query is null) return problem!;
        return Answer(await directory.ListAsync(context.Actor(), pbx, PathSegments.NameIn(name), query, cancel));
    }

    private static async Task<IResult> GetAsync(HttpContext context, Guid? pbx, string name, string id, DeliveryDirectory directory,
        CancellationToken cancel) =>
        Answer(await directory.GetAsync(context.Actor(), pbx, PathSegments.NameIn(name), id, cancel));

    private static async Task<IResult> RedeliverAsync(HttpContext context, Guid? pbx, string name, string id, DeliveryEditor editor,
        DeliveryDirectory directory, CancellationToken cancel)
    {
        var made = await editor.RedeliverAsync(context.Actor(), pbx, PathSegments.NameIn(name), id, cancel);
        return made.Ok
            ? Answer(await directory.GetAsync(context.Actor(), pbx, PathSegments.NameIn(name), made.Value, cancel),
                StatusCodes.Status202Accepted) : Problems.From(made.Failure);
    }

    private static async Task<IResult> ReplayAsync(HttpContext context, Guid? pbx, string name, DeliveryEditor editor,
        CancellationToken cancel)
    {
        if (!context.Actor().May(Permission.EditIntegrations)) return Problems.From(Failure.Forbidden());
        var (range, problem) = await ApiBody.ReadAsync<ReplayRange>(context, cancel);
        if (range is null) return problem!;
        return Answer(
            await editor.ReplayAsync(context.Actor(), pbx, PathSegments.NameIn(name), range, cancel, context.Says(QueryFlags.DryRun)),
            StatusCodes.Status202Accepted);
    }

    /// <summary>Selects deliveries by the log's query string; <c>dryRun=true</c> only counts them.</summary>
    private static async Task<IResult> RedeliverAllAsync(HttpContext context, Guid? pbx, string name, DeliveryEditor editor,
        CancellationToken cancel)
    {
        var (query, problem) = DeliveryFilter.Read(context.Request);
        if (query is null) return problem!;
        return Answer(
            await editor.RedeliverAllAsync(context.Actor(), pbx, PathSegments.NameIn(name), query, cancel, context.Says(QueryFlags.DryRun)),
            StatusCodes.Status202Accepted);
    }

    private static async Task<IResult> RotateAsync(HttpContext context, Guid? pbx, string name, SigningSecretRotation rotation,
        CancellationToken cancel)
    {
        if (!context.Actor().May(Permission.EditIntegrations)) return Problems.From(Failure.Forbidden());
        var (wanted, problem) = await ApiBody.ReadAsync<RotationRequest>(context, cancel);
        if (wanted is null) return problem!;
        return Answer(
            await rotation.RotateAsync(context.Actor(), pbx, PathSegments.NameIn(name), TimeSpan.FromHours(wanted.OverlapHours), cancel));
    }

    private static async Task<IResult> TestAsync(HttpContext context, Guid? pbx, string name, TestSender sender,
        DeliveryDirectory directory, CancellationToken cancel)
    {
        var (trigger, problem) = DeliveryFilter.Trigger(context.Request);
        if (problem is not null) return problem;
        var sent = await sender.SendAsync(context.Actor(), pbx, PathSegments.NameIn(name), trigger, cancel);
        return sent.Ok ? Answer(await directory.GetAsync(context.Actor(), pbx, PathSegments.NameIn(name), sent.Value, cancel))
            : Problems.From(sent.Failure);
    }

    private static IResult Answer<T>(Result<T> result, int status = StatusCodes.Status200OK) =>
        result.Ok ? Results.Json(result.Value, DocumentJson.Options, statusCode: status) : Problems.From(result.Failure);
}

using Opbx.Core.Cloudonix;
using Opbx.Core.Cloudonix.Sync;
using Opbx.Portal.Api;
using Opbx.Portal.Security;

namespace Opbx.Portal.Features.Cloudonix;

public static class CloudonixEndpoints
{
    public static void MapCloudonix(this RouteGroupBuilder api)
    {
        var pairing = api.MapGroup("/pbxs/{pbx:guid}/cloudonix");
        pairing.MapPut("", PairAsync).WithBody<PairingRequest>();
        pairing.MapGet("", ShowAsync);
        pairing.MapDelete("", UnpairAsync);
        pairing.MapPost("/rotate-key", RotateAsync);
        var sync = api.MapGroup("/pbxs/{pbx:guid}/sync");
        sync.MapGet("", CompareAsync);
        sync.MapPost("", RepairAsync);
    }

    private static async Task<IResult> PairAsync(HttpContext context, Guid pbx, PairingEditor editor, CancellationToken cancel)
    {
        var actor = context.Actor();
        if (!actor.May(Permission.ManagePairing)) return Problems.From(Failure.Forbidden());
        var (request, problem) = await ApiBody.ReadAsync<PairingRequest>(context, cancel);
        if (request is null || problem is not null) return problem!;
        return Answer(await editor.PairAsync(actor, pbx, request.Domain, new Secret(request.ApiKey), request.Sandbox, cancel));
    }

    private static async Task<IResult> ShowAsync(HttpContext context, Guid pbx, PairingDirectory directory, CancellationToken cancel) =>
        Answer(await directory.GetAsync(context.Actor(), pbx, look: true, cancel));

    private static async Task<IResult> UnpairAsync(HttpContext context, Guid pbx, PairingEnd end, CancellationToken cancel) =>
        Answer(await end.UnpairAsync(context.Actor(), pbx, cancel));

    private static async Task<IResult> RotateAsync(HttpContext context, Guid pbx, KeyRotation rotation, CancellationToken cancel) =>
        Answer(await rotation.RotateKeyAsync(context.Actor(), pbx, cancel));

    private static async Task<IResult> CompareAsync(HttpContext context, Guid pbx, SubscriberReconciler reconciler,
        CancellationToken cancel) =>
        Report(await reconciler.CompareAsync(context.Actor(), pbx, cancel));

    private static async Task<IResult> RepairAsync(HttpContext context, Guid pbx, SubscriberReconciler reconciler,
        CancellationToken cancel) =>
        Report(await reconciler.RepairAsync(context.Actor(), pbx, cancel));

    private static IResult Answer<T>(Result<T> result) =>
        result.Ok ? Results.Json(result.Value, DocumentJson.Options) : Problems.From(result.Failure);

    private static IResult Report(Result<SyncReport> result)
    {
        if (!result.Ok) return Problems.From(result.Failure);
        var report = result.Value;
        return Results.Json(
            new { report.InSync, report.Running, report.Written, report.Failed, report.Foreign, report.Items, NextCursor = (string?)null },
            DocumentJson.Options,
            statusCode: report.Running ? StatusCodes.Status202Accepted : StatusCodes.Status200OK);
    }
}

using Opbx.Core.Document.Simulation;
using Opbx.Core.Findings;
using Opbx.Core.Simulation;
using Opbx.Portal.Api;
using Opbx.Portal.Security;

namespace Opbx.Portal.Features.Simulation;

public static class SimulationEndpoints
{
    public static void MapSimulations(this RouteGroupBuilder api) =>
        api.MapPost("/pbxs/{pbx:guid}/simulations", RunAsync).WithBody<SimulationRequest>();

    private static async Task<IResult> RunAsync(HttpContext context, Guid pbx, ConfigurationDirectory directory, SimulationRunner runner,
        CancellationToken cancel)
    {
        if (directory.Snapshot(context.Actor(), pbx, Permission.Simulate) is { Ok: false } missing) return Problems.From(missing.Failure);
        var (request, problem) = await ApiBody.ReadAsync<SimulationRequest>(context, cancel);
        if (request is null) return problem!;
        var result = runner.Run(context.Actor(), pbx, request);
        if (!result.Ok) return Problems.From(result.Failure);
        var r = result.Value;
        var findings = ConfigurationAnalyzer.Analyze(directory.Snapshot(context.Actor(), pbx, Permission.Simulate).Value!.Document);
        return Results.Json(new { r.Outcome, r.AnsweredBy, r.Seconds, r.Path, r.Steps, scheduledChanges = r.Begun, findings },
            DocumentJson.Options);
    }
}

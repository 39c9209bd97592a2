using Opbx.Core.Configuration;
using Opbx.Core.Findings;
using Opbx.Portal.Features.Api;
using Opbx.Portal.Security;

namespace Opbx.Portal.Features.Findings;

/// <summary>Problems of a PBX's configuration.</summary>
public static class FindingEndpoints
{
    /// <summary>Maps it.</summary>
    public static void MapFindings(this RouteGroupBuilder api) => api.MapGet("/pbxs/{pbx:guid}/findings", List);

    private static IResult List(HttpContext context, Guid pbx, ConfigurationDirectory directory)
    {
        var snapshot = directory.Snapshot(context.Actor(), pbx);
        return snapshot.Ok ? Results.Json(new { items = ConfigurationAnalyzer.Analyze(snapshot.Value.Document), nextCursor = (string?)null }, DocumentJson.Options) : Problems.From(snapshot.Failure);
    }
}

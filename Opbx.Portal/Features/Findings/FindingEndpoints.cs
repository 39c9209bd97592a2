using Opbx.Core.Findings;
using Opbx.Portal.Api;
using Opbx.Portal.Security;

namespace Opbx.Portal.Features.Findings;

public static class FindingEndpoints
{
    public static void MapFindings(this RouteGroupBuilder api) => api.MapGet("/pbxs/{pbx:guid}/findings", List).Lists(typeof(Finding));

    private static IResult List(HttpContext context, Guid pbx, ConfigurationDirectory directory)
    {
        var snapshot = directory.Snapshot(context.Actor(), pbx);
        if (!snapshot.Ok) return Problems.From(snapshot.Failure);
        var (query, problem) = ApiLists.Query(context.Request);
        return query is null ? problem!
            : Results.Json(ApiLists.Answer(ConfigurationAnalyzer.Analyze(snapshot.Value.Document), query, f => f), DocumentJson.Options);
    }
}

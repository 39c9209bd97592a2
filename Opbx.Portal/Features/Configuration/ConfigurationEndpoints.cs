using Opbx.Core.Findings;
using Opbx.Portal.Api;
using Opbx.Portal.Security;

namespace Opbx.Portal.Features.Configuration;

public static class ConfigurationEndpoints
{
    public static void MapConfiguration(this RouteGroupBuilder api)
    {
        api.MapGet("/pbxs/{pbx:guid}/configuration", ExportAsync).Answers(typeof(PbxDocument))
            .Asks(("secrets", "true to export secrets; for owners."));
        api.MapPut("/pbxs/{pbx:guid}/configuration", ImportAsync)
            .WithMetadata(new Microsoft.AspNetCore.Mvc.RequestSizeLimitAttribute(8 * 1024 * 1024))
            .WithBody<PbxDocument>().Asks(("dryRun", "true to tell only what would change."));
    }

    private static async Task<IResult> ExportAsync(HttpContext context, Guid pbx, ConfigurationDirectory directory, SecretViews secrets,
        CancellationToken cancel)
    {
        var document = context.Says(QueryFlags.Secrets) ? await secrets.ExportAsync(context.Actor(), pbx, cancel)
            : directory.Export(context.Actor(), pbx);
        return document.Ok ? Results.Json(document.Value, DocumentJson.Options) : Problems.From(document.Failure);
    }

    private static async Task<IResult> ImportAsync(HttpContext context, Guid pbx, ConfigurationDirectory directory,
        ConfigurationEditor editor, CancellationToken cancel)
    {
        var actor = context.Actor();
        if (directory.Snapshot(actor, pbx, Permission.EditConfiguration) is { Ok: false } missing) return Problems.From(missing.Failure);
        var (document, problem) = await DocumentBody.ReadAsync(context, cancel);
        if (document is null || problem is not null) return problem!;
        var outcome = await editor.ImportAsync(actor, pbx, document, context.Says(QueryFlags.DryRun), cancel);
        return outcome.Ok
            ? Results.Json(new { changes = outcome.Value.Changes, findings = ConfigurationAnalyzer.Analyze(document) },
                DocumentJson.Options) : Problems.From(outcome.Failure);
    }
}

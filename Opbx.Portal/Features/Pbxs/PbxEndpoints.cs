using System.Text.Json.Nodes;
using Opbx.Core.Cloudonix;
using Opbx.Core.Document.Settings;
using Opbx.Portal.Api;
using Opbx.Portal.Security;

namespace Opbx.Portal.Features.Pbxs;

/// <summary>The organization's PBXs: their settings as in the document, with their UUID.</summary>
public static class PbxEndpoints
{
    public static void MapPbxs(this RouteGroupBuilder api)
    {
        api.MapGet("/pbxs", List).Lists(typeof(PbxSettings));
        api.MapPost("/pbxs", CreateAsync).WithBody<PbxSettings>();
        api.MapGet("/pbxs/{pbx:guid}", Get).Answers(typeof(PbxSettings));
        api.MapPatch("/pbxs/{pbx:guid}", ChangeAsync).WithBody<PbxSettings>();
        api.MapDelete("/pbxs/{pbx:guid}", DeleteAsync);
    }

    private static IResult List(HttpContext context, ConfigurationStore store)
    {
        var (query, problem) = ApiLists.Query(context.Request);
        if (query is null) return problem!;
        var all = store.OfOrganization(context.Actor().OrganizationId)
            .Where(p => query.Search is null || p.Document.Pbx.Name.Contains(query.Search, StringComparison.OrdinalIgnoreCase)).ToList();
        return Results.Json(ApiLists.Answer(all, query, Item), DocumentJson.Options);
    }

    private static IResult Get(HttpContext context, Guid pbx, ConfigurationStore store) =>
        Own(context, pbx, store) is { } found ? Results.Json(Item(found), DocumentJson.Options)
            : Problems.From(Failure.NotFound("This PBX"));

    private static async Task<IResult> CreateAsync(HttpContext context, PbxEditor editor, ConfigurationStore store,
        CancellationToken cancel)
    {
        if (!context.Actor().May(Permission.ManagePbxs)) return Problems.From(Failure.Forbidden());
        var (settings, problem) = await MergedBody.ReadAsync(context, new PbxSettings(), cancel);
        if (settings is null) return problem!;
        var created = await editor.CreateAsync(context.Actor(), settings, cancel);
        if (!created.Ok) return Problems.From(created.Failure);
        context.Response.Headers.Location = $"{ApiGroup.Prefix}/pbxs/{created.Value}";
        return Results.Json(Item(store.Find(created.Value)!), DocumentJson.Options, statusCode: StatusCodes.Status201Created);
    }

    /// <summary>Sent members replace the current ones, the others stay.</summary>
    private static async Task<IResult> ChangeAsync(HttpContext context, Guid pbx, ConfigurationEditor editor, ConfigurationStore store,
        CancellationToken cancel)
    {
        if (!context.Actor().May(Permission.EditConfiguration)) return Problems.From(Failure.Forbidden());
        if (Own(context, pbx, store) is not { } present) return Problems.From(Failure.NotFound("This PBX"));
        var (settings, problem) = await MergedBody.ReadAsync(context, present.Document.Pbx, cancel);
        if (settings is null) return problem!;
        var changed = await editor.ChangeSettingsAsync(context.Actor(), pbx, _ => settings, cancel);
        return changed.Ok ? Results.Json(Item(store.Find(pbx)!), DocumentJson.Options) : Problems.From(Below("/pbx", changed.Failure));
    }

    /// <summary>Makes pointers relative to the body, which is this part of the document.</summary>
    private static Failure Below(string pointer, Failure failure)
    {
        if (failure.Errors is not { } errors) return failure;
        var below = new FieldErrors();
        foreach (var (at, sentences) in errors.ByPointer)
            foreach (var sentence in sentences)
                below.Add(at.StartsWith(pointer + "/", StringComparison.Ordinal) ? at[pointer.Length..] : at, sentence);
        return Failure.Invalid(below);
    }

    /// <summary>Releases the domain first, if Cloudonix is reachable; otherwise it would continue to call a deleted PBX.</summary>
    private static async Task<IResult> DeleteAsync(HttpContext context, Guid pbx, PbxEditor editor, PairingEnd pairing,
        CancellationToken cancel)
    {
        if (!context.Actor().May(Permission.ManagePbxs)) return Problems.From(Failure.Forbidden());
        var unpaired = await pairing.UnpairAsync(context.Actor(), pbx, cancel);
        if (!unpaired.Ok) return Problems.From(unpaired.Failure);
        var deleted = await editor.DeleteAsync(context.Actor(), pbx, cancel);
        return deleted.Ok ? Results.NoContent() : Problems.From(deleted.Failure);
    }

    private static PbxSnapshot? Own(HttpContext context, Guid pbx, ConfigurationStore store) =>
        store.Find(pbx) is { } found && found.OrganizationId == context.Actor().OrganizationId ? found : null;

    private static JsonObject Item(PbxSnapshot pbx)
    {
        var item = new JsonObject { ["uuid"] = pbx.PbxId };
        foreach (var (name, value) in (JsonObject)JsonNode.Parse(DocumentJson.Write(pbx.Document.Pbx))!) item[name] = value?.DeepClone();
        return item;
    }
}

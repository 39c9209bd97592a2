using Opbx.Core.Document.Prompts;
using Opbx.Core.Prompts;
using Opbx.Portal.Api;
using Opbx.Portal.Http;
using Opbx.Portal.Security;

namespace Opbx.Portal.Features.Prompts;

public static class PromptUploadEndpoints
{
    public static void MapPromptUploads(this RouteGroupBuilder api)
    {
        api.MapGet("/pbxs/{pbx:guid}/prompts/{key}/audio", Get);
        api.MapPut("/pbxs/{pbx:guid}/prompts/{key}/audio", PutAsync).WithBodyLimit(PromptFiles.Largest);
    }

    private static IResult Get(HttpContext context, Guid pbx, string key, ConfigurationDirectory directory, PromptFiles files)
    {
        var found = directory.Get(context.Actor(), pbx, ObjectKind.Prompts, PathSegments.NameIn(key));
        if (!found.Ok) return Problems.From(found.Failure);
        return ((Prompt)found.Value.Object).File is { } file && files.Find(pbx, file) is { } path ? PromptAudioEndpoints.Sound(path)
            : Problems.From(Failure.NotFound("The sound of this prompt"));
    }

    private static async Task<IResult> PutAsync(HttpContext context, Guid pbx, string key, ConfigurationDirectory directory,
        PromptEditor editor, CancellationToken cancel)
    {
        var actor = context.Actor();
        key = PathSegments.NameIn(key);
        if (directory.Snapshot(actor, pbx, Permission.EditConfiguration) is { Ok: false } refused) return Problems.From(refused.Failure);
        var present = directory.Get(actor, pbx, ObjectKind.Prompts, key);
        var (expected, stale) = present.Ok ? ETags.Expected(context.Request, present.Value.Info) : (null, null);
        if (stale is not null) return Problems.From(stale);
        try
        {
            var saved = await editor.SetAsync(actor, pbx, key, context.Request.Body, expected, cancel);
            if (!saved.Ok) return Problems.From(saved.Failure);
            ETags.Set(context, saved.Value.Info);
            return Results.Json((Prompt)saved.Value.Object, DocumentJson.Options,
                statusCode: present.Ok ? StatusCodes.Status200OK : StatusCodes.Status201Created);
        }
        catch (BadHttpRequestException e)
        {
            return Problems.Create(e.StatusCode, "Unreadable body", e.StatusCode == StatusCodes.Status413PayloadTooLarge
                ? "The sound is larger than 10 MB." : "The body cannot be read.");
        }
    }
}

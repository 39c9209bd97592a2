using Microsoft.Net.Http.Headers;
using Opbx.Core.Prompts;

namespace Opbx.Portal.Features.Prompts;

/// <summary>Prompt audio for the platform: without a key, because the names cannot be guessed.</summary>
public static class PromptAudioEndpoints
{
    private const string ForEver = "public, max-age=31536000, immutable";

    public static void MapPromptAudio(this IEndpointRouteBuilder app) =>
        app.MapMethods(PromptAddresses.Prefix + "/{pbx:guid}/{file}", [HttpMethods.Get, HttpMethods.Head], Answer).DisableAntiforgery()
            .AllowAnonymous().ExcludeFromDescription();

    /// <summary>Supports range requests.</summary>
    internal static IResult Sound(string path) =>
        Results.File(path, path.EndsWith(".mp3", StringComparison.Ordinal) ? "audio/mpeg" : "audio/wav", enableRangeProcessing: true,
            entityTag: new EntityTagHeaderValue($"\"{Path.GetFileNameWithoutExtension(path)}\""));

    private static IResult Answer(HttpContext context, Guid pbx, string file, PromptFiles files)
    {
        if (files.Find(pbx, file) is not { } path) return Results.NotFound();
        context.Response.Headers.CacheControl = ForEver;
        return Sound(path);
    }
}

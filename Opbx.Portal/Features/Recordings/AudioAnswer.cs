using Microsoft.Net.Http.Headers;
using Opbx.Core.Calls.Recordings;
using Opbx.Portal.Api;

namespace Opbx.Portal.Features.Recordings;

/// <summary>Supports range requests, so that players can seek.</summary>
internal static class AudioAnswer
{
    public static IResult Create(HttpContext context, Result<AudioFile> audio, string? downloadName = null)
    {
        if (!audio.Ok) return Problems.From(audio.Failure);
        context.Response.Headers.CacheControl = "private, no-cache";
        var (id, path, format, at) = audio.Value;
        return Results.File(path, format.MediaType(), downloadName is null ? null : downloadName
            + format.Ending(), at, new EntityTagHeaderValue($"\"{id:N}\""), enableRangeProcessing: true);
    }
}

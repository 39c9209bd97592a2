using Opbx.Core.Calls.Recordings;
using Opbx.Portal.Security;

namespace Opbx.Portal.Features.Recordings;

/// <summary>Audio for our pages' players, by session cookie, and for the platform, by unguessable links.</summary>
public static class AudioEndpoints
{
    public static void MapAudio(this IEndpointRouteBuilder app)
    {
        app.MapGet(AudioLinks.Prefix + "/{link}", LinkedAsync).AllowAnonymous().DisableRateLimiting().ExcludeFromDescription();
        app.MapGet("/audio/voicemail/{pbx:guid}/{id:guid}",
            (HttpContext context, Guid pbx, Guid id, RecordingDirectory directory, CancellationToken cancel) =>
            OwnAsync(context, pbx, RecordingKind.Message, id, directory, cancel)).ExcludeFromDescription();
        app.MapGet("/audio/recording/{pbx:guid}/{id:guid}",
            (HttpContext context, Guid pbx, Guid id, RecordingDirectory directory, CancellationToken cancel) =>
            OwnAsync(context, pbx, RecordingKind.Conversation, id, directory, cancel)).ExcludeFromDescription();
    }

    private static async Task<IResult> LinkedAsync(HttpContext context, string link, AudioLinks links, RecordingDirectory directory,
        CancellationToken cancel) =>
        links.Open(link) is { } id ? AudioAnswer.Create(context, await directory.LinkedAudioAsync(id, cancel)) : Results.NotFound();

    private static async Task<IResult> OwnAsync(HttpContext context, Guid pbx, RecordingKind kind, Guid id, RecordingDirectory directory,
        CancellationToken cancel)
    {
        var audio = await directory.AudioAsync(context.Actor(), pbx, kind, id, cancel);
        var name = audio.Ok && context.Request.Query.ContainsKey("download")
            ? $"{(kind == RecordingKind.Message ? "message" : "recording")}-{audio.Value.At:yyyy-MM-dd-HHmmss}" : null;
        return AudioAnswer.Create(context, audio, name);
    }
}

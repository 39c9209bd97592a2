using Opbx.Core.Calls.Recordings;
using Opbx.Portal.Api;
using Opbx.Portal.Security;

namespace Opbx.Portal.Features.Recordings;

public static class RecordingEndpoints
{
    public static void MapRecordings(this RouteGroupBuilder api)
    {
        var recording = api.MapGroup("/pbxs/{pbx:guid}/calls/{uuid}/recording");
        recording.MapGet("", GetAsync);
        recording.MapDelete("", DeleteAsync);
    }

    private static async Task<IResult> GetAsync(HttpContext context, Guid pbx, string uuid, RecordingDirectory directory,
        CancellationToken cancel)
    {
        var found = await FindAsync(context.Actor(), pbx, uuid, directory, cancel);
        return found.Ok
            ? AudioAnswer.Create(
                context, await directory.AudioAsync(context.Actor(), pbx, RecordingKind.Conversation, found.Value.Id, cancel))
                : Problems.From(found.Failure);
    }

    private static async Task<IResult> DeleteAsync(HttpContext context, Guid pbx, string uuid, RecordingDirectory directory,
        RecordingEditor editor, CancellationToken cancel)
    {
        var actor = context.Actor();
        if (!actor.May(Permission.DeleteRecordings)) return Problems.From(Failure.Forbidden());
        var all = await directory.OfCallAsync(actor, pbx, RecordingKind.Conversation, uuid, cancel);
        if (!all.Ok) return Problems.From(all.Failure);
        if (all.Value.Count == 0) return Problems.From(None());
        foreach (var one in all.Value)
        {
            var done = await editor.DeleteAsync(actor, pbx, RecordingKind.Conversation, one.Id, cancel);
            if (!done.Ok) return Problems.From(done.Failure);
        }
        return TypedResults.NoContent();
    }

    /// <summary>The newest recording whose audio is stored here, else the newest of all.</summary>
    private static async Task<Result<RecordingView>> FindAsync(Actor actor, Guid pbx, string uuid, RecordingDirectory directory,
        CancellationToken cancel)
    {
        var all = await directory.OfCallAsync(actor, pbx, RecordingKind.Conversation, uuid, cancel);
        if (!all.Ok) return all.Failure;
        return all.Value.OrderByDescending(r => r.State == AudioState.Stored).FirstOrDefault() is { } one ? one : None();
    }

    private static Failure None() => new(FailureKind.NotFound, "This call has no recording.");
}

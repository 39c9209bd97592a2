using Opbx.Core.Calls.Recordings;
using Opbx.Portal.Api;
using Opbx.Portal.Features.Recordings;
using Opbx.Portal.Security;

namespace Opbx.Portal.Features.Voicemail;

public static class VoicemailEndpoints
{
    public static void MapVoicemails(this RouteGroupBuilder api)
    {
        var voicemails = api.MapGroup("/pbxs/{pbx:guid}/voicemails");
        voicemails.MapGet("", ListAsync);
        voicemails.MapGet("{id:guid}", GetAsync);
        voicemails.MapGet("{id:guid}/audio", AudioAsync);
        voicemails.MapPatch("{id:guid}", MarkAsync).WithBody<HeardMark>();
        voicemails.MapDelete("{id:guid}", DeleteAsync);
    }

    private static async Task<IResult> ListAsync(HttpContext context, Guid pbx, RecordingDirectory directory, CancellationToken cancel)
    {
        if (!context.Actor().May(Permission.ListenToOwnVoicemail)) return Problems.From(Failure.Forbidden());
        var (part, problem) = ApiLists.Query(context.Request);
        if (part is null) return problem!;
        bool? heard = null;
        if (context.Request.Query["heard"].ToString() is { Length: > 0 } text)
        {
            if (!bool.TryParse(text, out var value)) return Problems.Invalid("/heard", "This is true or false.");
            heard = value;
        }
        var query = new RecordingQuery(RecordingKind.Message) {
            Search = part.Search,
            Extension = context.Request.Query["extension"].ToString(),
            Heard = heard,
            Skip = part.Skip,
            Take = part.Take,
        };
        var page = await directory.ListAsync(context.Actor(), pbx, query, cancel);
        return page.Ok ? Json(ApiLists.Answer(page.Value, part, VoicemailItem.Create)) : Problems.From(page.Failure);
    }

    private static async Task<IResult> GetAsync(HttpContext context, Guid pbx, Guid id, RecordingDirectory directory,
        CancellationToken cancel)
    {
        var message = await directory.GetAsync(context.Actor(), pbx, RecordingKind.Message, id, cancel);
        return message.Ok ? Json(VoicemailItem.Create(message.Value)) : Problems.From(message.Failure);
    }

    private static async Task<IResult> AudioAsync(HttpContext context, Guid pbx, Guid id, RecordingDirectory directory,
        CancellationToken cancel) =>
        AudioAnswer.Create(context, await directory.AudioAsync(context.Actor(), pbx, RecordingKind.Message, id, cancel));

    private static async Task<IResult> MarkAsync(HttpContext context, Guid pbx, Guid id, RecordingEditor editor, CancellationToken cancel)
    {
        if (!context.Actor().May(Permission.ListenToOwnVoicemail)) return Problems.From(Failure.Forbidden());
        var (mark, problem) = await ApiBody.ReadAsync<HeardMark>(context, cancel);
        if (mark is null) return problem!;
        var done = await editor.MarkAsync(context.Actor(), pbx, id, mark.Heard, cancel);
        return done.Ok ? Json(VoicemailItem.Create(done.Value)) : Problems.From(done.Failure);
    }

    private static async Task<IResult> DeleteAsync(HttpContext context, Guid pbx, Guid id, RecordingEditor editor, CancellationToken cancel)
    {
        var done = await editor.DeleteAsync(context.Actor(), pbx, RecordingKind.Message, id, cancel);
        return done.Ok ? TypedResults.NoContent() : Problems.From(done.Failure);
    }

    private static IResult Json<T>(T value) => Results.Json(value, DocumentJson.Options);
}

using Microsoft.EntityFrameworkCore;
using Opbx.Core.Calls.Ingest;
using Opbx.Core.Calls.Projection;
using Opbx.Core.Document.Extensions;
using Opbx.Core.Persistence;
using Opbx.Core.Routing.Trace;

namespace Opbx.Core.Calls.Recordings;

/// <summary>Writes the recordings of calls, in the transaction of the fact that brought them.</summary>
internal static class RecordingRows
{
    public static async Task LoadAsync(OpbxDbContext db, IReadOnlyList<CallNews> news, IReadOnlyList<Guid> calls, CancellationToken cancel)
    {
        var touched = news.SelectMany(Touched).Distinct().ToList();
        await db.Recordings.Where(r => calls.Contains(r.CallId) || touched.Contains(r.Id)).LoadAsync(cancel);
    }

    /// <summary>Adds new recordings, updates known ones, and applies what their owner requested by key press.</summary>
    public static IReadOnlyList<Recording> Apply(OpbxDbContext db, Call call, IReadOnlyList<Sound> sounds, CallNews news,
        Surroundings around)
    {
        var changed = new List<Recording>();
        foreach (var sound in sounds)
        {
            var id = sound.IdIn(call.Id);
            var row = db.Recordings.Local.FindEntry(id)?.Entity ?? SameAudio(db, call, sound);
            if (row is null) db.Recordings.Add(row = New(id, call, sound, news.At, around));
            if (row.State == AudioState.Deleted) continue;
            Copy(call, sound, row);
            changed.Add(row);
        }
        foreach (var routed in news.Stage?.Events ?? [])
        {
            if (Change(db, routed, call, news.At) is { } row) changed.Add(row);
        }
        return changed;
    }

    /// <summary>A recording that the call record named before its status arrived already has that row.</summary>
    private static Recording? SameAudio(OpbxDbContext db, Call call, Sound sound) => sound.Kind == RecordingKind.Conversation
        ? db.Recordings.Local.FirstOrDefault(r => r.CallId == call.Id && r.Kind == RecordingKind.Conversation && r.SourceUrl == sound.Url)
        : null;

    private static IEnumerable<Guid> Touched(CallNews news) =>
        (news.Stage?.Events ?? [])
            .Select(m => m switch { MessageHeard heard => heard.Message, MessageDeleted deleted => deleted.Message, _ => Guid.Empty })
            .Where(id => id != Guid.Empty);

    private static Recording? Change(OpbxDbContext db, RoutingEvent routed, Call call, DateTimeOffset at)
    {
        Recording? Own(Guid id) =>
            db.Recordings.Local.FindEntry(id)?.Entity is { State: not AudioState.Deleted } row && row.PbxId == call.PbxId ? row : null;
        switch (routed)
        {
            case MessageHeard heard when Own(heard.Message) is { } row:
                row.HeardAt ??= at;
                return row;
            case MessageDeleted deleted when Own(deleted.Message) is { } row:
                Bury(row, at);
                return row;
            default:
                return null;
        }
    }

    /// <summary>Marks a recording as deleted; the next clean-up deletes its file.</summary>
    public static void Bury(Recording row, DateTimeOffset at)
    {
        row.State = AudioState.Deleted;
        row.DeletedAt = at;
        row.NextTryAt = null;
        row.NextMailAt = null;
    }

    private static Recording New(Guid id, Call call, Sound sound, DateTimeOffset now, Surroundings around)
    {
        var mailTo = around.Extension(sound.Extension) is UserExtension owner ? owner.Voicemail.Email ?? owner.Email : null;
        return new Recording {
            Id = id,
            OrganizationId = call.OrganizationId,
            PbxId = call.PbxId,
            CallId = call.Id,
            Token = call.Token,
            SourceUrl = sound.Url,
            Kind = sound.Kind,
            // The extension may get another number later; what the call said then no longer matters.
            Extension = sound.Extension,
            // Part of the file's folder name, so it never changes.
            RecordedAt = sound.At,
            NextTryAt = now,
            MailTo = mailTo,
            NextMailAt = mailTo is null ? null : now,
        };
    }

    private static void Copy(Call call, Sound sound, Recording row)
    {
        row.Seconds = sound.Seconds;
        row.Extensions = call.Extensions;
        row.From = call.From;
        row.To = call.To;
        row.SearchText = $"{call.FromDigits} {call.ToDigits} {call.CallerName?.ToLowerInvariant()}";
        row.CallerName = call.CallerName;
        row.AnsweredBy = call.AnsweredBy;
    }
}

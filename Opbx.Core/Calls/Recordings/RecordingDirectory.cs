using Microsoft.EntityFrameworkCore;
using Opbx.Core.Configuration;
using Opbx.Core.Permissions;
using Opbx.Core.Persistence;

namespace Opbx.Core.Calls.Recordings;

/// <summary>Reads messages and recorded conversations. People who may only listen to their own get only those.</summary>
public sealed class RecordingDirectory(Database database, ConfigurationStore configuration, RecordingFiles files)
{
    public async Task<Result<Page<RecordingView>>> ListAsync(Actor actor, Guid pbxId, RecordingQuery query, CancellationToken cancel)
    {
        if (Refusal(actor, pbxId, query.Kind) is { } refusal) return refusal;
        await using var db = database.OpenFor(actor.OrganizationId);
        var matching = Matching(Visible(db, actor, pbxId, query.Kind).Where(r => r.State != AudioState.Deleted), query);
        var total = await matching.CountAsync(cancel);
        var items = await Ordered(matching, query).Skip(query.Skip).Take(query.Take).Select(RecordingView.Columns).ToListAsync(cancel);
        return new Page<RecordingView>(items, total);
    }

    public async Task<Result<RecordingView>> GetAsync(Actor actor, Guid pbxId, RecordingKind kind, Guid id, CancellationToken cancel)
    {
        var row = await FindAsync(actor, pbxId, kind, id, cancel);
        return row.Ok ? RecordingView.Create(row.Value) : row.Failure;
    }

    /// <summary>Excludes deleted ones; newest first.</summary>
    public async Task<Result<IReadOnlyList<RecordingView>>> OfCallAsync(Actor actor, Guid pbxId, RecordingKind kind, string token,
        CancellationToken cancel)
    {
        if (Refusal(actor, pbxId, kind) is { } refusal) return refusal;
        await using var db = database.OpenFor(actor.OrganizationId);
        var all = await Visible(db, actor, pbxId, kind).Where(r => r.Token == token).OrderByDescending(r => r.RecordedAt)
            .Select(RecordingView.Columns).ToListAsync(cancel);
        var kept = all.Where(r => r.State != AudioState.Deleted).ToList();
        return kept.Count == 0 && all.Count > 0 ? Deleted(kind) : Result<IReadOnlyList<RecordingView>>(kept);
    }

    public async Task<Result<AudioFile>> AudioAsync(Actor actor, Guid pbxId, RecordingKind kind, Guid id, CancellationToken cancel)
    {
        var row = await FindAsync(actor, pbxId, kind, id, cancel);
        return row.Ok ? Audio(row.Value) : row.Failure;
    }

    /// <summary>The audio file behind a link made for the platform; anyone with the link may listen.</summary>
    public async Task<Result<AudioFile>> LinkedAudioAsync(Guid id, CancellationToken cancel)
    {
        await using var db = database.OpenUnrestricted();
        return await db.Recordings.AsNoTracking().FirstOrDefaultAsync(r => r.Id == id, cancel) is { State: not AudioState.Deleted } row
            ? Audio(row) : Failure.NotFound("This audio");
    }

    private async Task<Result<Recording>> FindAsync(Actor actor, Guid pbxId, RecordingKind kind, Guid id, CancellationToken cancel)
    {
        if (Refusal(actor, pbxId, kind) is { } refusal) return refusal;
        await using var db = database.OpenFor(actor.OrganizationId);
        var row = await Visible(db, actor, pbxId, kind).FirstOrDefaultAsync(r => r.Id == id, cancel);
        if (row is null) return Failure.NotFound(kind == RecordingKind.Message ? "This message" : "This recording");
        return row.State == AudioState.Deleted ? Deleted(kind) : row;
    }

    private Result<AudioFile> Audio(Recording row)
    {
        if (row is { State: AudioState.Stored, Format: { } format } && files.PathOf(row, format) is var path && File.Exists(path))
            return new AudioFile(row.Id, path, format, row.RecordedAt);
        return new Failure(FailureKind.NotFound, row.State == AudioState.Waiting
            ? "The audio is not here yet: it is being fetched from Cloudonix. Try again in a minute."
            : $"There is no audio. {row.Fault ?? "Its file is no longer in the data folder."}");
    }

    internal static IQueryable<Recording> Visible(OpbxDbContext db, Actor actor, Guid pbxId, RecordingKind kind)
    {
        var all = db.Recordings.AsNoTracking().Where(r => r.PbxId == pbxId && r.Kind == kind);
        var (everything, own) =
            (actor.May(kind == RecordingKind.Message ? Permission.ListenToAllVoicemail : Permission.ListenToAllRecordings),
                actor.ExtensionOn(pbxId));
        if (everything) return all;
        var bars = $"|{own}|";
        return own is null ? all.Where(r => false) : kind == RecordingKind.Message ? all.Where(r => r.Extension == own)
            : all.Where(r => r.Extensions.Contains(bars));
    }

    private static IQueryable<Recording> Matching(IQueryable<Recording> rows, RecordingQuery query)
    {
        if (query.Extension is { Length: > 0 } extension)
        {
            var bars = $"|{extension}|";
            rows = query.Kind == RecordingKind.Message ? rows.Where(r => r.Extension == extension)
                : rows.Where(r => r.Extensions.Contains(bars));
        }
        if (query.Heard is { } heard) rows = rows.Where(r => r.HeardAt != null == heard);
        if (query.Search?.Trim() is not { Length: > 0 } search) return rows;
        var words = CallTexts.Digits(search) is { Length: > 0 } digits ? digits : search.ToLowerInvariant();
        return rows.Where(r => r.SearchText.Contains(words));
    }

    private static IQueryable<Recording> Ordered(IQueryable<Recording> rows, RecordingQuery query) => query switch {
        { Order: RecordingOrder.Time, Reversed: false } => rows.OrderByDescending(r => r.RecordedAt).ThenBy(r => r.Id),
        { Order: RecordingOrder.Time } => rows.OrderBy(r => r.RecordedAt).ThenBy(r => r.Id),
        { Order: RecordingOrder.From, Reversed: false } => rows.OrderBy(r => r.From).ThenByDescending(r => r.RecordedAt),
        { Order: RecordingOrder.From } => rows.OrderByDescending(r => r.From).ThenByDescending(r => r.RecordedAt),
        { Order: RecordingOrder.Extension, Reversed: false } =>
            rows.OrderBy(r => r.Extension ?? r.AnsweredBy).ThenByDescending(r => r.RecordedAt),
        { Order: RecordingOrder.Extension } => rows.OrderByDescending(r => r.Extension ?? r.AnsweredBy).ThenByDescending(r => r.RecordedAt),
        { Order: RecordingOrder.Length, Reversed: false } =>
            rows.OrderByDescending(r => r.Seconds ?? 0).ThenByDescending(r => r.RecordedAt),
        { Order: RecordingOrder.Length } => rows.OrderBy(r => r.Seconds ?? 0).ThenByDescending(r => r.RecordedAt),
        _ => rows,
    };

    private Failure? Refusal(Actor actor, Guid pbxId, RecordingKind kind) =>
        !actor.May(kind == RecordingKind.Message ? Permission.ListenToOwnVoicemail : Permission.ListenToOwnRecordings) ? Failure.Forbidden()
        : configuration.Find(pbxId)?.OrganizationId == actor.OrganizationId ? null
        : Failure.NotFound("This PBX");

    private static Failure Deleted(RecordingKind kind) =>
        new(FailureKind.NotFound, kind == RecordingKind.Message ? "This message was deleted." : "This recording was deleted.");

    private static Result<T> Result<T>(T value) => value;
}

using System.Collections.Concurrent;
using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;
using Opbx.Core.Calls.Recordings.Download;
using Opbx.Core.Configuration;
using Opbx.Core.Document;
using Opbx.Core.Persistence;
using Opbx.Core.Routing;

namespace Opbx.Core.Calls.Recordings;

/// <summary>The messages of every mailbox. In memory, loaded from the store at start and updated after each commit.</summary>
public sealed class MailboxIndex : IHostedService
{
    private readonly ConcurrentDictionary<(Guid PbxId, string Extension), ImmutableList<MailboxMessage>> _mailboxes = new();
    private readonly Database _database;
    private readonly DownloadSignal _signal;

    /// <summary>Follows the configuration: a mailbox moves with its extension.</summary>
    public MailboxIndex(Database database, DownloadSignal signal, ConfigurationStore configuration)
    {
        (_database, _signal) = (database, signal);
        configuration.Changed += Follow;
    }

    /// <summary>Raised with the PBX whose recordings changed; handlers must be quick and must not throw.</summary>
    public event Action<Guid>? Changed;

    /// <summary>Newest first, including those without audio yet.</summary>
    public IReadOnlyList<MailboxMessage> For(Guid pbxId, string extension) => _mailboxes.GetValueOrDefault((pbxId, extension)) ?? [];

    /// <summary>Unheard messages of a mailbox, or of every mailbox of the PBX when the extension is null.</summary>
    public int Unheard(Guid pbxId, string? extension) => extension is null
        ? _mailboxes.Where(m => m.Key.PbxId == pbxId).Sum(m => m.Value.Count(x => !x.Heard))
        : For(pbxId, extension).Count(m => !m.Heard);

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        await using var db = _database.OpenUnrestricted();
        await foreach (var row in db.Recordings.AsNoTracking().Where(r => r.Kind == RecordingKind.Message && r.State != AudioState.Deleted)
            .AsAsyncEnumerable().WithCancellation(cancellationToken)) Put(row);
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    internal void Show(Recording row)
    {
        Put(row);
        if (row.NextTryAt is not null) _signal.Raise();
        Changed?.Invoke(row.PbxId);
    }

    internal void Remove(Recording row)
    {
        Load(row);
        Changed?.Invoke(row.PbxId);
    }

    private void Follow(SnapshotChange change)
    {
        if (change is not { Before: { } before, After: { } after }) return;
        var numbers = after.Objects.Where(o => o.Key.Kind == ObjectKind.Extensions.Name).ToDictionary(o => o.Value.Id, o => o.Key.Key);
        var moved = new List<(string To, ImmutableList<MailboxMessage> Messages)>();
        foreach (var (pbxId, number) in _mailboxes.Keys.Where(m => m.PbxId == change.PbxId))
        {
            if (!before.Objects.TryGetValue(new ObjectRef(ObjectKind.Extensions.Name, number), out var extension)) continue;
            var now = numbers.GetValueOrDefault(extension.Id);
            if (now != number && _mailboxes.TryRemove((pbxId, number), out var messages) && now is not null) moved.Add((now, messages));
        }
        foreach (var (to, messages) in moved) _mailboxes[(change.PbxId, to)] = messages;
        Changed?.Invoke(change.PbxId);
    }

    private void Put(Recording row)
    {
        if (row is not { Kind: RecordingKind.Message, Extension: { } extension }) return;
        if (row.State == AudioState.Deleted)
        {
            Load(row);
            return;
        }
        var message =
            new MailboxMessage(row.Id, row.From, row.CallerName, row.RecordedAt, row.HeardAt is not null, row.State == AudioState.Stored);
        _mailboxes.AddOrUpdate((row.PbxId, extension), _ => [message], (_, messages) => messages.RemoveAll(m => m.Id == row.Id).Add(message)
            .Sort(NewestFirst));
    }

    private void Load(Recording row)
    {
        if (row.Extension is { } extension)
            _mailboxes.AddOrUpdate((row.PbxId, extension), _ => [], (_, messages) => messages.RemoveAll(m => m.Id == row.Id));
    }

    private static int NewestFirst(MailboxMessage one, MailboxMessage other) =>
        other.At.CompareTo(one.At) is not 0 and var order ? order : one.Id.CompareTo(other.Id);
}

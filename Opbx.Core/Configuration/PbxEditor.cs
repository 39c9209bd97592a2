using System.Buffers.Text;
using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Opbx.Core.Audit;
using Opbx.Core.Document;
using Opbx.Core.Document.Reading;
using Opbx.Core.Document.Settings;
using Opbx.Core.Pbxs;
using Opbx.Core.Permissions;
using Opbx.Core.Persistence;

namespace Opbx.Core.Configuration;

public sealed class PbxEditor(Database database, ConfigurationStore store, ConfigurationLoader loader, EndpointKeys keys,
    SecretProtector protector, TimeProvider clock)
{
    /// <summary>Creates an empty PBX with its own endpoint path and key; returns its UUID.</summary>
    public async Task<Result<Guid>> CreateAsync(Actor actor, PbxSettings settings, CancellationToken cancel)
    {
        if (!actor.May(Permission.ManagePbxs)) return Failure.Forbidden();
        var errors = new FieldErrors();
        Limits.Check(typeof(PbxSettings), DocumentJson.Write(settings), "", errors);
        PbxRules.Check(settings, "", errors);
        if (!errors.IsEmpty) return Failure.Invalid(errors);
        if (store.OfOrganization(actor.OrganizationId)
            .Any(p => string.Equals(p.Document.Pbx.Name, settings.Name, StringComparison.OrdinalIgnoreCase)))
            return new Failure(FailureKind.Conflict, "Another PBX of your organization has this name.");

        await using var db = database.OpenFor(actor.OrganizationId);
        var pbx = Add(db, actor, settings);
        await db.SaveChangesAsync(cancel);
        await loader.LoadAsync(pbx.Id, cancel);
        return pbx.Id;
    }

    /// <summary>Deletes the configuration; calls are pruned later in small batches. History stays; past events are delivered.</summary>
    public async Task<Result<Done>> DeleteAsync(Actor actor, Guid pbxId, CancellationToken cancel)
    {
        if (!actor.May(Permission.ManagePbxs)) return Failure.Forbidden();
        await using var db = database.OpenFor(actor.OrganizationId);
        var pbx = await db.Pbxs.FirstOrDefaultAsync(p => p.Id == pbxId, cancel);
        if (pbx is null) return Failure.NotFound("This PBX");
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        await PbxRows.DeleteAsync(db, pbxId, cancel);
        await db.ConfiguredObjects.Where(r => r.PbxId == pbxId).ExecuteDeleteAsync(cancel);
        db.Pbxs.Remove(pbx);
        db.History.Add(Entry(actor, pbx, ChangeAction.Deleted, Settings(pbxId), null));
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        keys.Remove(pbx.PathToken);
        store.Remove(pbxId);
        return new Done();
    }

    private string? Settings(Guid pbxId) => store.Find(pbxId) is { } snapshot ? DocumentJson.Write(snapshot.Document.Pbx) : null;

    private Pbx Add(OpbxDbContext db, Actor actor, PbxSettings settings)
    {
        var now = clock.GetUtcNow();
        var id = Guid.NewGuid();
        var pbx = new Pbx {
            Id = id,
            OrganizationId = actor.OrganizationId,
            Name = settings.Name,
            ConfigurationVersion = 1,
            CreatedAt = now,
            PathToken = NewToken(16),
            ProtectedEndpointKey = protector.Protect(EndpointKeys.Purpose(id), NewToken(32)),
        };
        db.Pbxs.Add(pbx);
        db.ConfiguredObjects.Add(new ObjectRow {
            Id = Guid.CreateVersion7(now),
            OrganizationId = actor.OrganizationId,
            PbxId = id,
            Kind = DocumentDiff.SettingsKind,
            Key = DocumentDiff.SettingsKind,
            Json = DocumentJson.Write(settings),
            Version = 1,
            CreatedAt = now,
            UpdatedAt = now,
        });
        db.History.Add(Entry(actor, pbx, ChangeAction.Created, null, DocumentJson.Write(settings)));
        return pbx;
    }

    private HistoryEntry Entry(Actor actor, Pbx pbx, ChangeAction action, string? before, string? after) => new() {
        Id = Guid.CreateVersion7(clock.GetUtcNow()),
        OrganizationId = actor.OrganizationId,
        PbxId = pbx.Id,
        ChangeId = Guid.NewGuid(),
        At = clock.GetUtcNow(),
        Actor = actor.Name,
        Source = actor.Source,
        Kind = DocumentDiff.SettingsKind,
        Key = pbx.Name,
        Action = action,
        Before = before,
        After = after,
    };

    /// <summary>Random bytes as text that is safe in paths and headers.</summary>
    public static string NewToken(int bytes) => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(bytes));
}

using Microsoft.EntityFrameworkCore;
using Opbx.Core.Document;
using Opbx.Core.Document.Settings;
using Opbx.Core.Pbxs;
using Opbx.Core.Persistence;

namespace Opbx.Core.Configuration;

/// <summary>Reads configurations from the database: all at start-up, one after another instance changed it.</summary>
public sealed class ConfigurationLoader(Database database, ConfigurationStore store, ObjectSecrets secrets, EndpointKeys keys)
{
    public async Task LoadAllAsync(CancellationToken cancel)
    {
        await using var db = database.OpenUnrestricted();
        foreach (var pbx in await db.Pbxs.AsNoTracking().ToListAsync(cancel)) await LoadAsync(db, pbx, cancel);
    }

    public async Task LoadAsync(Guid pbxId, CancellationToken cancel)
    {
        await using var db = database.OpenUnrestricted();
        if (await db.Pbxs.AsNoTracking().FirstOrDefaultAsync(p => p.Id == pbxId, cancel) is { } pbx) await LoadAsync(db, pbx, cancel);
        else store.Remove(pbxId);
    }

    private async Task LoadAsync(OpbxDbContext db, Pbx pbx, CancellationToken cancel)
    {
        var rows = await db.ConfiguredObjects.AsNoTracking().Where(r => r.PbxId == pbx.Id).OrderBy(r => r.Position).ThenBy(r => r.CreatedAt)
            .ToListAsync(cancel);
        var document = new PbxDocument { Pbx = Settings(pbx, rows) };
        foreach (var kind in ObjectKind.All)
            document = kind.Write(document, rows.Where(r => r.Kind == kind.Name).Select(r => DocumentJson.Read(kind, r.Json)));
        foreach (var row in rows) secrets.Load(row.Id, row.ProtectedSecrets);
        keys.Load(pbx);
        store.Replace(
            new PbxSnapshot(pbx.Id, pbx.OrganizationId, pbx.ConfigurationVersion, document,
                rows.ToDictionary(r => new ObjectRef(r.Kind, r.Key), Info)));
    }

    private static PbxSettings Settings(Pbx pbx, IEnumerable<ObjectRow> rows) =>
        rows.FirstOrDefault(r => r.Kind == DocumentDiff.SettingsKind) is { } row
            ? System.Text.Json.JsonSerializer.Deserialize<PbxSettings>(row.Json, DocumentJson.Options)!
            : new PbxSettings { Name = pbx.Name };

    internal static ObjectInfo Info(ObjectRow row) => new(row.Id, row.Version, row.CreatedAt, row.UpdatedAt);
}

using Microsoft.EntityFrameworkCore;
using Opbx.Core.Configuration;
using Opbx.Core.Document;
using Opbx.Core.Document.Integrations;
using Opbx.Core.Persistence;

namespace Opbx.Core.Integrations.Account;

/// <summary>Loads account-level integrations into memory at start.</summary>
public sealed class AccountIntegrationLoader(Database database, AccountIntegrationStore store, ObjectSecrets secrets)
{
    public async Task LoadAsync(CancellationToken cancel)
    {
        await using var db = database.OpenUnrestricted();
        foreach (var row in await db.ConfiguredObjects.AsNoTracking().Where(r => r.PbxId == null).OrderBy(r => r.Key).ToListAsync(cancel))
        {
            secrets.Load(row.Id, row.ProtectedSecrets);
            var definition = (Integration)DocumentJson.Read(ObjectKind.Integrations, row.Json);
            store.Put(new ConfiguredIntegration(row.Id, row.OrganizationId, null, definition), ConfigurationLoader.Info(row));
        }
    }
}

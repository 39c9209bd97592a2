using Microsoft.EntityFrameworkCore;
using Opbx.Core.Notices;
using Opbx.Core.Pbxs;
using Opbx.Core.Persistence;

namespace Opbx.Core.Configuration;

/// <summary>Checks at start-up that stored secrets can be decrypted; otherwise calls would be refused and webhooks not signed.</summary>
public sealed class KeyRingCheck(Database database, SecretProtector protector, NoticeStore notices, TimeProvider clock,
    ILogger<KeyRingCheck> log)
{
    /// <summary>Returns the number of secrets that cannot be decrypted.</summary>
    public async Task<int> RunAsync(CancellationToken cancel)
    {
        await using var db = database.OpenUnrestricted();
        var pbxs = await db.Pbxs.AsNoTracking().Select(p => new { p.Id, p.OrganizationId, Cipher = p.ProtectedEndpointKey })
            .ToListAsync(cancel);
        var objects = await db.ConfiguredObjects.AsNoTracking().Where(o => o.ProtectedSecrets != null)
            .Select(o => new { o.Id, o.OrganizationId, Cipher = o.ProtectedSecrets! }).ToListAsync(cancel);
        var unreadable = pbxs.Where(p => protector.Unprotect(EndpointKeys.Purpose(p.Id), p.Cipher) is null).Select(p => p.OrganizationId)
            .Concat(objects.Where(o => protector.Unprotect(ObjectSecrets.Purpose(o.Id), o.Cipher) is null).Select(o => o.OrganizationId))
            .ToList();
        if (unreadable.Count == 0) return 0;
        ConfigurationLog.SecretsUnreadable(log, unreadable.Count);
        var day = clock.GetUtcNow().ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        foreach (var organization in unreadable.Distinct())
            notices.Raise(db, organization, $"keys:{day}",
                "Stored secrets cannot be read, because the folder keys of the portal's data is not the one they were made with. Put it " +
                    "back and restart. If it is lost, connect Cloudonix again and enter the secrets of integrations anew.", "/cloudonix");
        await db.SaveChangesAsync(cancel);
        return unreadable.Count;
    }
}

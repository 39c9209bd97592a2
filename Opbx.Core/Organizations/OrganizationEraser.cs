using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Opbx.Core.Audit;
using Opbx.Core.Cloudonix;
using Opbx.Core.Pbxs;
using Opbx.Core.Permissions;
using Opbx.Core.Persistence;
using Opbx.Core.Persistence.Tenancy;
using Opbx.Core.Retention;
using Opbx.Core.Users;

namespace Opbx.Core.Organizations;

/// <summary>Removes organizations whose grace period is over: every row, every file and all in-memory state. Resumes after an
/// interruption.</summary>
public sealed class OrganizationEraser(Database database, Removal removal, PairingEnd pairings, PbxFiles remains, TimeProvider clock,
    ILogger<OrganizationEraser> log)
{
    private static readonly MethodInfo RemoveRows = typeof(OrganizationEraser)
        .GetMethod(nameof(BatchAsync), BindingFlags.NonPublic | BindingFlags.Static)!;

    /// <summary>Returns how many were removed.</summary>
    public async Task<int> RunAsync(CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        await using var db = database.OpenUnrestricted();
        var due = await db.Organizations.AsNoTracking()
            .Where(o => o.DeleteAfter <= now && !o.Active && !db.Set<User>().Any(u => u.OrganizationId == o.Id && u.IsPlatformAdmin))
            .ToListAsync(cancel);
        foreach (var organization in due) await EraseAsync(organization, cancel);
        return due.Count;
    }

    /// <summary>Deletes a batch of an organization's rows of a table.</summary>
    internal static Func<OpbxDbContext, Guid, CancellationToken, Task<int>> BatchOf(Type table) =>
        RemoveRows.MakeGenericMethod(table).CreateDelegate<Func<OpbxDbContext, Guid, CancellationToken, Task<int>>>();

    private async Task EraseAsync(Organization organization, CancellationToken cancel)
    {
        await using var db = database.OpenUnrestricted();
        var actor = Actor.System(organization.Id, "Removal of organizations");
        foreach (var pbx in await db.Pbxs.AsNoTracking().Where(p => p.OrganizationId == organization.Id).ToListAsync(cancel))
        {
            await pairings.UnpairAsync(actor, pbx.Id, cancel);
            remains.Delete(pbx);
        }

        remains.DeleteAccount(organization.Id);
        foreach (var type in Owned(db))
        {
            var batch = BatchOf(type);
            // The store is unavailable or the portal is stopping: the next run continues.
            if (await removal.AllAsync((context, stop) => batch(context, organization.Id, stop), cancel) is null) return;
        }

        await FinishAsync(db, organization, cancel);
        OrganizationLog.Removed(log, organization.Id);
    }

    /// <summary>The organization itself goes last, so an interrupted removal is found again. Recorded for platform admins.</summary>
    private async Task FinishAsync(OpbxDbContext db, Organization organization, CancellationToken cancel)
    {
        var entry = AuditEntries.Deleted(Actor.System(organization.Id, "Removal of organizations"), AuditEntries.Organizations,
            organization.Name, OrganizationHistory.Describe(organization), clock.GetUtcNow());
        var told = await db.Users.Where(u => u.IsPlatformAdmin).Select(u => u.OrganizationId).Distinct().ToListAsync(cancel);
        db.History.AddRange(told.Select(home => AuditEntries.At(home, entry)));
        db.Organizations.Remove(organization);
        await db.SaveChangesAsync(cancel);
    }

    /// <summary>The tables of tenants, referencing tables first.</summary>
    private static IEnumerable<Type> Owned(OpbxDbContext db) =>
        db.Model.GetEntityTypes().Where(e => typeof(ITenantOwned).IsAssignableFrom(e.ClrType) && !e.IsOwned())
            .OrderByDescending(e => e.GetForeignKeys().Count()).Select(e => e.ClrType);

    private static Task<int> BatchAsync<T>(OpbxDbContext db, Guid organization, CancellationToken cancel)
        where T : class, ITenantOwned =>
        db.Set<T>().Where(r => r.OrganizationId == organization).OrderBy(r => r.OrganizationId).Take(Removal.Batch)
            .ExecuteDeleteAsync(cancel);
}

internal static partial class OrganizationLog
{
    [LoggerMessage(Level = LogLevel.Information, Message = "The organization {Organization} was removed: its grace period is over")]
    public static partial void Removed(ILogger log, Guid organization);
}

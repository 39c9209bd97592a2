using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Opbx.Core.Persistence;

namespace Opbx.Tests.Support.Data;

/// <summary>A row of an organization in every table that holds rows of organizations, whatever tables there are.</summary>
internal static class TenantRows
{
    public static List<IEntityType> Tables(OpbxDbContext db) =>
        [.. db.Model.GetEntityTypes().Where(e => typeof(ITenantOwned).IsAssignableFrom(e.ClrType) && !e.IsOwned())];

    /// <summary>Writes them, without the rows they would refer to.</summary>
    public static async Task AddAsync(OpbxDbContext db, Guid organization)
    {
        await db.Database.OpenConnectionAsync(TestContext.Current.CancellationToken);
        var (off, on) = db.Database.IsSqlite() ? ("PRAGMA foreign_keys=OFF", "PRAGMA foreign_keys=ON")
            : ("SET session_replication_role = replica", "SET session_replication_role = origin");
        await db.Database.ExecuteSqlRawAsync(off, TestContext.Current.CancellationToken);
        foreach (var entity in Tables(db)) db.Add(Row(db, entity, organization));
        await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        await db.Database.ExecuteSqlRawAsync(on, TestContext.Current.CancellationToken);
    }

    /// <summary>How many rows of the organization the context sees in a table.</summary>
    public static int Count(OpbxDbContext db, IEntityType entity, Guid? organization = null)
    {
        var set = (IQueryable<ITenantOwned>)typeof(DbContext).GetMethod(nameof(DbContext.Set), 1, [])!.MakeGenericMethod(entity.ClrType)
            .Invoke(db, null)!;
        return set.AsEnumerable().Count(r => organization is null || r.OrganizationId == organization);
    }

    /// <summary>Adds a row of the organization to what the context would write.</summary>
    public static void Track(OpbxDbContext db, IEntityType entity, Guid organization) => db.Add(Row(db, entity, organization));

    private static object Row(OpbxDbContext db, IEntityType entity, Guid organization)
    {
        var row = RuntimeHelpers.GetUninitializedObject(entity.ClrType);
        var entry = db.Entry(row);
        foreach (var property in entity.GetProperties().Where(p => !p.IsNullable && !p.IsShadowProperty()))
            entry.Property(property.Name).CurrentValue = Value(property.ClrType, Math.Min(property.GetMaxLength() ?? 32, 32));
        entry.Property(nameof(ITenantOwned.OrganizationId)).CurrentValue = organization;
        return row;
    }

    // Some columns are unique over all organizations.
    private static long s_last;

    private static object Value(Type type, int length) =>
        type == typeof(string) ? Guid.NewGuid().ToString("N")[..length]
        : type == typeof(byte[]) ? Guid.NewGuid().ToByteArray()
        : type == typeof(Guid) ? Guid.NewGuid()
        : type == typeof(DateTimeOffset) ? DateTimeOffset.UnixEpoch.AddYears(56)
        : type == typeof(long) ? Interlocked.Increment(ref s_last)
        : type.IsEnum ? Enum.GetValues(type).GetValue(0)!
        : type.IsValueType ? Activator.CreateInstance(type)!
        : throw new NotSupportedException($"A row with a {type.Name}: teach this a value for it.");
}

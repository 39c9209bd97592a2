using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Opbx.Core.Persistence;
using Opbx.Tests.Persistence;
using Opbx.Tests.Support;

namespace Opbx.Tests.Access;

/// <summary>Puts a row of one organization into every table and looks for it from another one.</summary>
public sealed class TenantIsolationTests : IDisposable
{
    private static readonly Guid Here = Guid.NewGuid();
    private static readonly Guid Elsewhere = Guid.NewGuid();
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_row_of_another_organization_is_never_seen()
    {
        using var store = new StoreAt(_folder.Path);
        await store.StartAsync();
        await using var writing = store.Database.OpenUnrestricted();
        // Rows are made one table at a time, without those they refer to.
        await writing.Database.OpenConnectionAsync(TestContext.Current.CancellationToken);
        await writing.Database.ExecuteSqlRawAsync("PRAGMA foreign_keys=OFF", TestContext.Current.CancellationToken);
        var owned = writing.Model.GetEntityTypes().Where(e => typeof(ITenantOwned).IsAssignableFrom(e.ClrType) && !e.IsOwned()).ToList();
        Assert.True(owned.Count >= 5, "the tables of tenants are found");
        foreach (var entity in owned) writing.Add(Row(writing, entity));
        await writing.SaveChangesAsync(TestContext.Current.CancellationToken);

        foreach (var entity in owned)
        {
            Assert.Equal((entity.ClrType.Name, 1), (entity.ClrType.Name, Count(store.Database.OpenFor(Elsewhere), entity)));
            Assert.Equal((entity.ClrType.Name, 0), (entity.ClrType.Name, Count(store.Database.OpenFor(Here), entity)));
            Assert.Equal((entity.ClrType.Name, 0), (entity.ClrType.Name, Count(store.Database.OpenFor(Guid.Empty), entity)));
        }
    }

    private static object Row(OpbxDbContext db, IEntityType entity)
    {
        var row = RuntimeHelpers.GetUninitializedObject(entity.ClrType);
        var entry = db.Entry(row);
        foreach (var property in entity.GetProperties().Where(p => !p.IsNullable && !p.IsShadowProperty())) entry.Property(property.Name).CurrentValue = Value(property.ClrType);
        entry.Property(nameof(ITenantOwned.OrganizationId)).CurrentValue = Elsewhere;
        return row;
    }

    private static object Value(Type type) =>
        type == typeof(string) ? "text"
        : type == typeof(byte[]) ? new byte[] { 1 }
        : type == typeof(Guid) ? Guid.NewGuid()
        : type == typeof(DateTimeOffset) ? DateTimeOffset.UnixEpoch.AddYears(56)
        : type.IsEnum ? Enum.GetValues(type).GetValue(0)!
        : type.IsValueType ? Activator.CreateInstance(type)!
        : throw new NotSupportedException($"A row with a {type.Name}: teach this test a value for it.");

    private static int Count(OpbxDbContext db, IEntityType entity)
    {
        using (db)
        {
            var set = (IQueryable<ITenantOwned>)typeof(DbContext).GetMethod(nameof(DbContext.Set), 1, [])!.MakeGenericMethod(entity.ClrType).Invoke(db, null)!;
            return set.AsEnumerable().Count();
        }
    }
}

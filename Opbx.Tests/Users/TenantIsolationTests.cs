
namespace Opbx.Tests.Users;

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
        await TenantRows.AddAsync(writing, Elsewhere);
        var tables = TenantRows.Tables(writing);
        Assert.True(tables.Count >= 20, "the tables of tenants are found");

        foreach (var table in tables)
        {
            Assert.Equal((table.ClrType.Name, 1), (table.ClrType.Name, Count(store, Elsewhere)));
            Assert.Equal((table.ClrType.Name, 0), (table.ClrType.Name, Count(store, Here)));
            Assert.Equal((table.ClrType.Name, 0), (table.ClrType.Name, Count(store, Guid.Empty)));

            int Count(StoreAt at, Guid organization)
            {
                using var db = at.Database.OpenFor(organization);
                return TenantRows.Count(db, table);
            }
        }
    }

    [Fact]
    public async Task A_context_of_one_organization_writes_no_row_of_another()
    {
        using var store = new StoreAt(_folder.Path);
        await store.StartAsync();
        await using (var writing = store.Database.OpenUnrestricted()) await TenantRows.AddAsync(writing, Elsewhere);
        await using var db = store.Database.OpenFor(Here);
        foreach (var table in TenantRows.Tables(db))
        {
            db.ChangeTracker.Clear();
            TenantRows.Track(db, table, Elsewhere);
            await Assert.ThrowsAsync<InvalidOperationException>(() => db.SaveChangesAsync(TestContext.Current.CancellationToken));
        }
    }
}

using System.IO.Compression;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Opbx.Core.Configuration;
using Opbx.Core.Permissions;
using Opbx.Core.Persistence;

namespace Opbx.Tests.Persistence;

/// <summary>Databases of every released state, committed as samples, come up with this release and lose nothing.</summary>
public sealed class UpgradeTests : IDisposable
{
    private const string Samples = "Opbx.Tests/Persistence/Samples";
    private readonly TempFolder _folder = new();

    public static TheoryData<string> States =>
        [.. Directory.GetFiles(Repository.PathOf(Samples), "*.db.gz").Select(file => Path.GetFileName(file)!)
            .Order(StringComparer.Ordinal)];

    public void Dispose() => _folder.Dispose();

    [Theory, MemberData(nameof(States))]
    public async Task A_database_of_an_earlier_state_is_upgraded_without_losing_a_row(string sample)
    {
        await using (var packed = new GZipStream(File.OpenRead(Repository.PathOf($"{Samples}/{sample}")), CompressionMode.Decompress))
        await using (var file = File.Create(_folder.File("opbx.db")))
            await packed.CopyToAsync(file, TestContext.Current.CancellationToken);
        var before = await CountsAsync();
        Assert.True(before.Values.Count(rows => rows > 0) > 20, "the sample has rows in most tables");

        using var store = new StoreAt(_folder.Path);
        await store.StartAsync();

        await using var db = store.Database.OpenUnrestricted();
        Assert.False(db.Database.HasPendingModelChanges(), "run build/add-migration");
        foreach (var entity in db.Model.GetEntityTypes().Where(e => before.ContainsKey(e.GetTableName()!)))
        {
            var rows = await (Task<int>)typeof(UpgradeTests).GetMethod(nameof(ReadAllAsync))!.MakeGenericMethod(entity.ClrType)
                .Invoke(null, [db])!;
            Assert.Equal((entity.GetTableName(), before[entity.GetTableName()!]), (entity.GetTableName(), rows));
        }
        Assert.Equal("ok", (await db.ReadAsync("PRAGMA integrity_check")).Single());
    }

    /// <summary>Every row, through the model of this release.</summary>
    public static async Task<int> ReadAllAsync<TEntity>(OpbxDbContext db)
        where TEntity : class => (await db.Set<TEntity>().IgnoreQueryFilters().AsNoTracking().ToListAsync()).Count;

    /// <summary>Writes the sample of the present state; run once for a release that changes the tables, with its name.</summary>
    [Fact(Explicit = true)]
    public async Task Write_a_sample_of_the_present_state()
    {
        await using var portal = await TestPortal.StartAsync(
            PortalSetup.Development.WithOwner("Acme Dental").Seeded(SeededCompany.Document).Paired());
        await SeededAudio.AddAsync(portal.Services, portal.Owner.OrganizationId, portal.Pbx);
        await MonthOfCalls.StoreAsync(portal.Services, portal.Get<ConfigurationStore>().Find(portal.Pbx)!);
        await portal.PersonAsync("anna@acme.example", Role.User, extension: "1001");
        await using (var db = portal.Get<Database>().OpenUnrestricted()) await TenantRows.AddAsync(db, Guid.NewGuid());
        var plain = _folder.File("sample.db");
        await using (var db = portal.Get<Database>().OpenUnrestricted()) await db.Database.ExecuteSqlAsync($"VACUUM INTO {plain}");
        var last = portal.Get<Database>().OpenUnrestricted().Database.GetMigrations().Last();
        await using var packed = new GZipStream(File.Create(Repository.PathOf($"{Samples}/{last}.db.gz")), CompressionLevel.SmallestSize);
        await using var file = File.OpenRead(plain);
        await file.CopyToAsync(packed);
    }

    private async Task<Dictionary<string, int>> CountsAsync()
    {
        await using var connection =
            new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = _folder.File("opbx.db"), Pooling = false }.ToString());
        await connection.OpenAsync();
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        await using var tables = connection.CreateCommand();
        tables.CommandText =
            "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'CallSearch%' AND name NOT LIKE 'sqlite%'";
        await using (var names = await tables.ExecuteReaderAsync())
            while (await names.ReadAsync()) counts[names.GetString(0)] = 0;
        foreach (var table in counts.Keys)
        {
            await using var count = connection.CreateCommand();
            count.CommandText = $"SELECT count(*) FROM \"{table}\"";
            counts[table] = Convert.ToInt32(await count.ExecuteScalarAsync(), System.Globalization.CultureInfo.InvariantCulture);
        }
        return counts;
    }
}

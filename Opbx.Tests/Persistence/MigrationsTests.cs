using Microsoft.EntityFrameworkCore;
using Opbx.Core.Shared;

namespace Opbx.Tests.Persistence;

public sealed class MigrationsTests : IDisposable
{
    // Columns by name and without defaults: a database appends what a later migration adds, and fills the rows that are there.
    // The search of the call log is made by a migration and is no part of the model.
    private const string Schema = """
        SELECT 'column ' || t.name || '.' || c.name || ' ' || c.type || ' ' || c."notnull" || ' ' || c.pk
            FROM sqlite_master t JOIN pragma_table_info(t.name) c WHERE t.type = 'table'
            AND t.name NOT LIKE '%EFMigrations%' AND t.name NOT LIKE 'CallSearch%'
        UNION ALL SELECT type || ' ' || name || ' ' || coalesce(sql, '')
            FROM sqlite_master WHERE type <> 'table' AND name NOT LIKE '%EFMigrations%' AND name NOT LIKE 'CallSearch%'
        ORDER BY 1
        """;
    private readonly TempFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task A_migrated_database_equals_the_model()
    {
        using var migrated = new StoreAt(folder.File("migrated"));
        await migrated.StartAsync();
        Directory.CreateDirectory(folder.File("created"));
        using var created = new StoreAt(folder.File("created"));
        await using var model = created.Database.OpenUnrestricted();
        await model.Database.EnsureCreatedAsync(TestContext.Current.CancellationToken);

        await using var db = migrated.Database.OpenUnrestricted();
        var expected = await model.ReadAsync(Schema);
        Assert.True(expected.Count > 5, "the model has tables");
        Assert.Equal(expected, await db.ReadAsync(Schema));
        Assert.False(db.Database.HasPendingModelChanges(), "run build/add-migration");
    }

    [Fact]
    public async Task An_existing_database_is_copied_before_its_upgrade()
    {
        await MakeOutdatedAsync();

        using var store = new StoreAt(folder.Path);
        await store.StartAsync();

        Assert.Single(Directory.GetFiles(folder.File("backups"), "opbx-*.db"));
        await using var db = store.Database.OpenUnrestricted();
        Assert.Empty(await db.Database.GetPendingMigrationsAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Only_the_last_five_copies_are_kept()
    {
        await MakeOutdatedAsync();
        var backups = Directory.CreateDirectory(folder.File("backups")).FullName;
        foreach (var day in Enumerable.Range(1, 6))
            await File.WriteAllTextAsync(Path.Combine(backups, $"opbx-2001010{day}-000000-000.db"), "",
                TestContext.Current.CancellationToken);

        using var store = new StoreAt(folder.Path);
        await store.StartAsync();

        var kept = Directory.GetFiles(backups).Select(Path.GetFileName).Order(StringComparer.Ordinal).ToList();
        Assert.Equal(5, kept.Count);
        Assert.Equal("opbx-20010103-000000-000.db", kept[0]);
    }

    [Fact]
    public async Task A_migration_lock_left_by_a_killed_process_does_not_stop_the_start()
    {
        await MakeOutdatedAsync();
        using (var killed = new StoreAt(folder.Path))
        {
            await using var db = killed.Database.OpenUnrestricted();
            await db.Database.ExecuteSqlRawAsync(
                """CREATE TABLE IF NOT EXISTS "__EFMigrationsLock" ("Id" INTEGER NOT NULL PRIMARY KEY, "Timestamp" TEXT NOT NULL)""",
                TestContext.Current.CancellationToken);
            await db.Database.ExecuteSqlRawAsync("""INSERT INTO "__EFMigrationsLock" VALUES (1, '2001-01-01')""",
                TestContext.Current.CancellationToken);
        }

        using var store = new StoreAt(folder.Path);
        await store.StartAsync().WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);
    }

    // An empty database with one table of somebody else: every migration is pending.
    private async Task MakeOutdatedAsync()
    {
        using var store = new StoreAt(folder.Path);
        await using var db = store.Database.OpenUnrestricted();
        await db.Database.ExecuteSqlRawAsync("CREATE TABLE Older (Id INTEGER)", TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task A_database_of_a_preview_is_refused_with_the_way_to_take_the_configuration_along()
    {
        using (var preview = new StoreAt(folder.Path))
        {
            await preview.StartAsync();
            await using var db = preview.Database.OpenUnrestricted();
            await db.Database.ExecuteSqlRawAsync(
                """UPDATE "__EFMigrationsHistory" SET "MigrationId" = '20261122103347_Access'""", TestContext.Current.CancellationToken);
        }

        using var store = new StoreAt(folder.Path);
        var refusal = await Assert.ThrowsAsync<StartUpRefusedException>(store.StartAsync);
        Assert.Contains("download the configuration", refusal.Message, StringComparison.Ordinal);
        Assert.False(Directory.Exists(folder.File("backups")), "nothing was changed, so nothing was copied");
    }

    [Fact]
    public async Task A_database_of_a_newer_release_is_left_alone()
    {
        using (var newer = new StoreAt(folder.Path))
        {
            await newer.StartAsync();
            await using var db = newer.Database.OpenUnrestricted();
            await db.Database.ExecuteSqlRawAsync(
                """INSERT INTO "__EFMigrationsHistory" VALUES ('99991231000000_FromTheFuture', '10.0.0')""",
                TestContext.Current.CancellationToken);
        }

        using var store = new StoreAt(folder.Path);
        var refusal = await Assert.ThrowsAsync<StartUpRefusedException>(store.StartAsync);
        Assert.Contains("FromTheFuture", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_is_no_database_is_refused_with_a_sentence()
    {
        await File.WriteAllTextAsync(folder.File("opbx.db"), new string('x', 8_192), TestContext.Current.CancellationToken);
        using var store = new StoreAt(folder.Path);
        var refusal = await Assert.ThrowsAsync<StartUpRefusedException>(store.StartAsync);
        Assert.StartsWith("The database cannot be used:", refusal.Message, StringComparison.Ordinal);
    }
}

using Microsoft.EntityFrameworkCore;
using Opbx.Core.Shared;

namespace Opbx.Tests.Persistence;

public sealed class PostgresMigrationsTests(PostgresServer server) : IClassFixture<PostgresServer>
{
    private const string Schema = """
        SELECT concat_ws(' ', table_name, column_name, data_type, is_nullable, character_maximum_length)
        FROM information_schema.columns WHERE table_schema = 'public' AND table_name NOT LIKE '\_\_EF%'
        UNION ALL SELECT indexdef FROM pg_indexes
        WHERE schemaname = 'public' AND tablename NOT LIKE '\_\_EF%' AND indexname <> 'IX_Calls_SearchText'
        UNION ALL SELECT conrelid::regclass || ' ' || pg_get_constraintdef(oid) FROM pg_constraint
        WHERE connamespace = 'public'::regnamespace AND conrelid::regclass::text NOT LIKE '%EFMigrations%'
        ORDER BY 1
        """;

    [Fact]
    public async Task A_migrated_database_equals_the_model()
    {
        server.Require();
        using var folder = new TempFolder();
        using var migrated = new StoreAt(folder.Path, DatabaseProvider.Postgres, server.NewDatabase());
        await migrated.StartAsync();
        using var created = new StoreAt(folder.Path, DatabaseProvider.Postgres, server.NewDatabase());
        await using var model = created.Database.OpenUnrestricted();
        await model.Database.EnsureCreatedAsync(TestContext.Current.CancellationToken);

        await using var db = migrated.Database.OpenUnrestricted();
        var expected = await model.ReadAsync(Schema);
        Assert.True(expected.Count > 20, "the model has columns");
        Assert.Equal(expected, await db.ReadAsync(Schema));
        Assert.False(db.Database.HasPendingModelChanges(), "run build/add-migration");
    }
}

using System.Reflection;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.EntityFrameworkCore.Storage;

namespace Opbx.Core.Persistence;

/// <summary>Selects the migrations of the database in use: this assembly contains both sets, each in its own namespace.</summary>
internal sealed class ProviderMigrations(IDatabaseProvider provider, IMigrationsIdGenerator ids) : IMigrationsAssembly
{
    private const string SqliteProvider = "Microsoft.EntityFrameworkCore.Sqlite";

    private readonly string set =
        $"{typeof(ProviderMigrations).Namespace}.Migrations.{(provider.Name == SqliteProvider ? "Sqlite" : "Postgres")}";
    private IReadOnlyDictionary<string, TypeInfo>? migrations;

    public Assembly Assembly => typeof(ProviderMigrations).Assembly;

    public IReadOnlyDictionary<string, TypeInfo> Migrations => migrations ??= new SortedList<string, TypeInfo>(
        OfSet<Migration>().ToDictionary(type => type.GetCustomAttribute<MigrationAttribute>()!.Id), StringComparer.OrdinalIgnoreCase);

    public ModelSnapshot? ModelSnapshot =>
        OfSet<ModelSnapshot>().Select(type => (ModelSnapshot)Activator.CreateInstance(type.AsType())!).SingleOrDefault();

    public string? FindMigrationId(string nameOrId) => Migrations.Keys.FirstOrDefault(id =>
        string.Equals(ids.IsValidId(nameOrId) ? id : ids.GetName(id), nameOrId, StringComparison.OrdinalIgnoreCase));

    public Migration CreateMigration(TypeInfo migrationClass, string activeProvider)
    {
        var migration = (Migration)Activator.CreateInstance(migrationClass.AsType())!;
        migration.ActiveProvider = activeProvider;
        return migration;
    }

    private IEnumerable<TypeInfo> OfSet<T>() =>
        Assembly.DefinedTypes.Where(type => type.Namespace == set && !type.IsAbstract && type.IsSubclassOf(typeof(T)));
}

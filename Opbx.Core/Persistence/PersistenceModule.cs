using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using Opbx.Core.Persistence.Tenancy;

namespace Opbx.Core.Persistence;

public static class PersistenceModule
{
    public static IServiceCollection AddPersistence(this IServiceCollection services)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddMetrics();
        services.AddPooledDbContextFactory<OpbxDbContext>(Configure);
        services.AddSingleton<Database>();
        services.AddSingleton<DataDirectoryLock>();
        services.AddSingleton<DatabaseStartUp>();
        services.AddSingleton<WriterMetrics>();
        services.AddSingleton<GroupCommitWriter>();
        services.AddHostedService(provider => provider.GetRequiredService<GroupCommitWriter>());
        services.AddSingleton<SecretProtector>();
        services.AddSingleton<SuspendedOrganizations>();
        return services;
    }

    private static void Configure(IServiceProvider provider, DbContextOptionsBuilder options)
    {
        var portal = provider.GetRequiredService<IOptions<PortalOptions>>().Value;
        var connection = provider.GetRequiredService<IConfiguration>().GetConnectionString("Opbx");
        options.UseStore(
            provider.GetRequiredService<IOptions<DatabaseOptions>>().Value.Provider,
            string.IsNullOrWhiteSpace(connection) ? $"Data Source={Path.Combine(portal.DataDirectory, "opbx.db")}" : connection);
    }

    /// <summary>Chooses the database; migrations are generated with the same choice.</summary>
    internal static DbContextOptionsBuilder UseStore(this DbContextOptionsBuilder options, DatabaseProvider provider, string connection) =>
        (provider switch {
            // A list is one parameter, so that the statement is the same for every length and is translated once.
            DatabaseProvider.Sqlite =>
                options.UseSqlite(connection, sqlite => sqlite.UseParameterizedCollectionMode(ParameterTranslationMode.Parameter))
                    .AddInterceptors(SqlitePragmas.Instance),
            DatabaseProvider.Postgres => options.UseNpgsql(connection),
        }).ReplaceService<IMigrationsAssembly, ProviderMigrations>();
}

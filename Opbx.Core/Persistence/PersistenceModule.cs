using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Opbx.Core.Shared;

namespace Opbx.Core.Persistence;

/// <summary>Registers this feature.</summary>
public static class PersistenceModule
{
    /// <summary>The database.</summary>
    public static IServiceCollection AddPersistence(this IServiceCollection services)
    {
        services.AddPooledDbContextFactory<OpbxDbContext>(Configure);
        services.AddSingleton<Database>();
        services.AddSingleton<DatabaseStartUp>();
        services.AddSingleton<SecretProtector>();
        return services;
    }

    private static void Configure(IServiceProvider provider, DbContextOptionsBuilder options)
    {
        var portal = provider.GetRequiredService<IOptions<PortalOptions>>().Value;
        var connection = provider.GetRequiredService<IConfiguration>().GetConnectionString("Opbx");
        switch (provider.GetRequiredService<IOptions<DatabaseOptions>>().Value.Provider)
        {
            case DatabaseProvider.Sqlite:
                options.UseSqlite(connection ?? $"Data Source={Path.Combine(portal.DataDirectory, "opbx.db")}").AddInterceptors(SqlitePragmas.Instance);
                break;
            case DatabaseProvider.Postgres:
                options.UseNpgsql(connection);
                break;
        }
    }
}

using Microsoft.EntityFrameworkCore;
using Opbx.Core.Persistence;

namespace Opbx.Core.Configuration;

/// <summary>The table of configured objects.</summary>
public static class ConfigurationTables
{
    extension(OpbxDbContext db)
    {
        public DbSet<ObjectRow> ConfiguredObjects => db.Set<ObjectRow>();
    }
}

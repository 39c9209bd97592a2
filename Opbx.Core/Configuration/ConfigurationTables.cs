using Microsoft.EntityFrameworkCore;
using Opbx.Core.Persistence;

namespace Opbx.Core.Configuration;

public static class ConfigurationTables
{
    extension(OpbxDbContext db)
    {
        public DbSet<ObjectRow> ConfiguredObjects => db.Set<ObjectRow>();
    }
}

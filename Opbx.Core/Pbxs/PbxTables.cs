using Microsoft.EntityFrameworkCore;
using Opbx.Core.Persistence;

namespace Opbx.Core.Pbxs;

public static class PbxTables
{
    extension(OpbxDbContext db)
    {
        public DbSet<Pbx> Pbxs => db.Set<Pbx>();
    }
}

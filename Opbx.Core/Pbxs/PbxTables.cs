using Microsoft.EntityFrameworkCore;
using Opbx.Core.Persistence;

namespace Opbx.Core.Pbxs;

/// <summary>The table of PBXs.</summary>
public static class PbxTables
{
    extension(OpbxDbContext db)
    {
        /// <summary>PBXs of every organization.</summary>
        public DbSet<Pbx> Pbxs => db.Set<Pbx>();
    }
}

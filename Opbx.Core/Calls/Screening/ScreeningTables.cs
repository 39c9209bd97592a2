using Microsoft.EntityFrameworkCore;
using Opbx.Core.Persistence;

namespace Opbx.Core.Calls.Screening;

public static class ScreeningTables
{
    extension(OpbxDbContext db)
    {
        public DbSet<BlockedHit> BlockedHits => db.Set<BlockedHit>();
    }
}

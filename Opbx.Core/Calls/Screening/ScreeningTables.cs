using Microsoft.EntityFrameworkCore;
using Opbx.Core.Persistence;

namespace Opbx.Core.Calls.Screening;

/// <summary>The table of blocked callers' hits.</summary>
public static class ScreeningTables
{
    extension(OpbxDbContext db)
    {
        /// <summary>How often blocked callers were turned away.</summary>
        public DbSet<BlockedHit> BlockedHits => db.Set<BlockedHit>();
    }
}

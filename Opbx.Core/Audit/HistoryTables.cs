using Microsoft.EntityFrameworkCore;
using Opbx.Core.Persistence;

namespace Opbx.Core.Audit;

/// <summary>The table of the history.</summary>
public static class HistoryTables
{
    extension(OpbxDbContext db)
    {
        /// <summary>Who changed what.</summary>
        public DbSet<HistoryEntry> History => db.Set<HistoryEntry>();
    }
}

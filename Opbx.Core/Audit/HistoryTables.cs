using Microsoft.EntityFrameworkCore;
using Opbx.Core.Persistence;

namespace Opbx.Core.Audit;

public static class HistoryTables
{
    extension(OpbxDbContext db)
    {
        public DbSet<HistoryEntry> History => db.Set<HistoryEntry>();
    }
}

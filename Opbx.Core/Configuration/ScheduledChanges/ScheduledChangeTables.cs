using Microsoft.EntityFrameworkCore;
using Opbx.Core.Persistence;

namespace Opbx.Core.Configuration.ScheduledChanges;

public static class ScheduledChangeTables
{
    extension(OpbxDbContext db)
    {
        /// <summary>Changes that happen by themselves at a time.</summary>
        public DbSet<ScheduledChange> ScheduledChanges => db.Set<ScheduledChange>();
    }
}

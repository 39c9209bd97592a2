using Microsoft.EntityFrameworkCore;
using Opbx.Core.Persistence;

namespace Opbx.Core.Configuration.ScheduledChanges;

public static class ScheduledChangeTables
{
    extension(OpbxDbContext db)
    {
        public DbSet<ScheduledChange> ScheduledChanges => db.Set<ScheduledChange>();
    }
}

using Microsoft.EntityFrameworkCore;
using Opbx.Core.Persistence;

namespace Opbx.Core.Calls.Recordings;

public static class RecordingTables
{
    extension(OpbxDbContext db)
    {
        /// <summary>Messages in mailboxes and recorded conversations.</summary>
        public DbSet<Recording> Recordings => db.Set<Recording>();
    }
}

using Microsoft.EntityFrameworkCore;
using Opbx.Core.Calls.Live;
using Opbx.Core.Persistence;

namespace Opbx.Core.Calls;

public static class CallTables
{
    extension(OpbxDbContext db)
    {
        /// <summary>Calls, live and over.</summary>
        public DbSet<Call> Calls => db.Set<Call>();

        /// <summary>Answered requests of calls, with the documents that were sent.</summary>
        public DbSet<CallStage> CallStages => db.Set<CallStage>();

        /// <summary>The platform's messages as they came.</summary>
        public DbSet<CallEvent> CallEvents => db.Set<CallEvent>();

        /// <summary>When each extension last answered.</summary>
        public DbSet<LastAnswer> LastAnswers => db.Set<LastAnswer>();

        public DbSet<GroupPosition> GroupPositions => db.Set<GroupPosition>();
    }
}

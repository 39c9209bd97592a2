using Microsoft.EntityFrameworkCore;
using Opbx.Core.Calls.Live;
using Opbx.Core.Persistence;

namespace Opbx.Core.Calls;

public static class CallTables
{
    extension(OpbxDbContext db)
    {
        /// <summary>Live and finished calls.</summary>
        public DbSet<Call> Calls => db.Set<Call>();

        /// <summary>Answered requests of calls, with the documents sent.</summary>
        public DbSet<CallStage> CallStages => db.Set<CallStage>();

        /// <summary>The platform's messages as received.</summary>
        public DbSet<CallEvent> CallEvents => db.Set<CallEvent>();

        public DbSet<LastAnswer> LastAnswers => db.Set<LastAnswer>();
        public DbSet<GroupPosition> GroupPositions => db.Set<GroupPosition>();
    }
}

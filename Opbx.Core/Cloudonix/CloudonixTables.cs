using Microsoft.EntityFrameworkCore;
using Opbx.Core.Cloudonix.Sync;
using Opbx.Core.Persistence;

namespace Opbx.Core.Cloudonix;

public static class CloudonixTables
{
    extension(OpbxDbContext db)
    {
        /// <summary>Pairings of PBXs with domains.</summary>
        public DbSet<Pairing> Pairings => db.Set<Pairing>();

        /// <summary>SIP accounts at Cloudonix.</summary>
        public DbSet<Subscriber> Subscribers => db.Set<Subscriber>();
    }
}

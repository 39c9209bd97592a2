using Microsoft.EntityFrameworkCore;
using Opbx.Core.Persistence;

namespace Opbx.Core.Users.Acting;

/// <summary>The table of platform admins acting for organizations.</summary>
public static class ActingTables
{
    extension(OpbxDbContext db)
    {
        /// <summary>Who acts for which organization at present.</summary>
        public DbSet<ActingGrant> ActingGrants => db.Set<ActingGrant>();
    }
}

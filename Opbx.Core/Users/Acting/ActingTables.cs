using Microsoft.EntityFrameworkCore;
using Opbx.Core.Persistence;

namespace Opbx.Core.Users.Acting;

/// <summary>The table of platform admins acting for organizations.</summary>
public static class ActingTables
{
    extension(OpbxDbContext db)
    {
        public DbSet<ActingGrant> ActingGrants => db.Set<ActingGrant>();
    }
}

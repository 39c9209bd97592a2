using Microsoft.EntityFrameworkCore;
using Opbx.Core.Persistence;

namespace Opbx.Core.Users.Acting;

public static class ActingTables
{
    extension(OpbxDbContext db)
    {
        public DbSet<ActingGrant> ActingGrants => db.Set<ActingGrant>();
    }
}

using Microsoft.EntityFrameworkCore;

namespace Opbx.Core.Persistence.Tenancy;

public static class OrganizationTables
{
    extension(OpbxDbContext db)
    {
        public DbSet<Organization> Organizations => db.Set<Organization>();
    }
}

using Microsoft.EntityFrameworkCore;

namespace Opbx.Core.Persistence.Tenancy;

/// <summary>The table of tenants.</summary>
public static class OrganizationTables
{
    extension(OpbxDbContext db)
    {
        public DbSet<Organization> Organizations => db.Set<Organization>();
    }
}

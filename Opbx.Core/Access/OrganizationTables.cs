using Microsoft.EntityFrameworkCore;
using Opbx.Core.Persistence;

namespace Opbx.Core.Access;

/// <summary>The table of tenants.</summary>
public static class OrganizationTables
{
    extension(OpbxDbContext db)
    {
        /// <summary>Tenants.</summary>
        public DbSet<Organization> Organizations => db.Set<Organization>();
    }
}

using Microsoft.EntityFrameworkCore;
using Opbx.Core.Persistence;

namespace Opbx.Core.Notices;

public static class NoticeTables
{
    extension(OpbxDbContext db)
    {
        /// <summary>Notices to the people who run the installation.</summary>
        public DbSet<Notice> Notices => db.Set<Notice>();
    }
}

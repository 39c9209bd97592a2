using Microsoft.EntityFrameworkCore;
using Opbx.Core.Persistence;
using Opbx.Core.Reports.Mailing;

namespace Opbx.Core.Reports;

public static class ReportTables
{
    extension(OpbxDbContext db)
    {
        public DbSet<ReportSchedule> ReportSchedules => db.Set<ReportSchedule>();

        /// <summary>Reports that were or will be mailed.</summary>
        public DbSet<ReportDispatch> ReportDispatches => db.Set<ReportDispatch>();
    }
}

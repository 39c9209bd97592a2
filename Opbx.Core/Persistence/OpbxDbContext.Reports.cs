using Microsoft.EntityFrameworkCore;
using Opbx.Core.Reports.Mailing;

namespace Opbx.Core.Persistence;

/// <content>The tables of mailed reports.</content>
public sealed partial class OpbxDbContext
{
    /// <summary>Which PBXs' reports are mailed, and to whom.</summary>
    public DbSet<ReportSchedule> ReportSchedules => Set<ReportSchedule>();

    /// <summary>Reports that were or will be mailed.</summary>
    public DbSet<ReportDispatch> ReportDispatches => Set<ReportDispatch>();
}

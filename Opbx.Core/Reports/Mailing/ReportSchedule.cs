using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Opbx.Core.Persistence;
using Opbx.Core.Users;

namespace Opbx.Core.Reports.Mailing;

/// <summary>That the report of a PBX is mailed regularly, and to whom. A PBX has one or none.</summary>
public sealed class ReportSchedule : IPbxOwned
{
    public Guid PbxId { get; set; }
    public Guid OrganizationId { get; set; }
    public ReportInterval Interval { get; set; }

    /// <summary>The addresses, separated by spaces.</summary>
    public string Addresses { get; set; } = "";

    /// <summary>Since when it is mailed so often: what was due before is not mailed.</summary>
    public DateTimeOffset Since { get; set; }
}

/// <summary>How often a report is mailed.</summary>
public enum ReportInterval
{
    /// <summary>Every morning about the day before.</summary>
    Daily,

    /// <summary>Every Monday morning about the week before.</summary>
    Weekly,

    /// <summary>On the first morning of every month about the month before.</summary>
    Monthly,
}

/// <summary>Table of schedules.</summary>
internal sealed class ReportScheduleMapping : IEntityTypeConfiguration<ReportSchedule>
{
    public void Configure(EntityTypeBuilder<ReportSchedule> builder)
    {
        builder.ToTable("ReportSchedules");
        builder.HasKey(s => s.PbxId);
        builder.Property(s => s.PbxId).ValueGeneratedNever();
        builder.Property(s => s.Addresses).HasMaxLength(ReportSchedules.MostAddresses * (AccountRules.LongestEmail + 1));
    }
}

/// <summary>Table of dispatches.</summary>
internal sealed class ReportDispatchMapping : IEntityTypeConfiguration<ReportDispatch>
{
    public void Configure(EntityTypeBuilder<ReportDispatch> builder)
    {
        builder.ToTable("ReportDispatches");
        builder.Property(d => d.Id).ValueGeneratedNever();
        builder.Property(d => d.Address).HasMaxLength(AccountRules.LongestEmail);
        builder.HasIndex(d => new { d.PbxId, d.Interval, d.First });
        builder.HasIndex(d => d.NextTryAt);
    }
}

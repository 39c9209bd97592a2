using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Opbx.Core.Persistence;
using Opbx.Core.Users;

namespace Opbx.Core.Reports.Mailing;

/// <summary>How often and to whom the report of a PBX is mailed. At most one per PBX.</summary>
public sealed class ReportSchedule : IPbxOwned
{
    public Guid PbxId { get; set; }
    public Guid OrganizationId { get; set; }
    public ReportInterval Interval { get; set; }

    /// <summary>Separated by spaces.</summary>
    public string Addresses { get; set; } = "";

    /// <summary>Start of this interval: what was due earlier is not mailed.</summary>
    public DateTimeOffset Since { get; set; }
}

public enum ReportInterval
{
    /// <summary>Every morning, for the previous day.</summary>
    Daily,
    /// <summary>Every Monday morning, for the previous week.</summary>
    Weekly,
    /// <summary>On the first morning of every month, for the previous month.</summary>
    Monthly,
}

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

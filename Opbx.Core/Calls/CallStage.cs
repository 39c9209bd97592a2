using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Opbx.Core.Persistence;

namespace Opbx.Core.Calls;

/// <summary>One answered request of a call with the decisions behind it and the document sent.</summary>
public sealed class CallStage : ITenantOwned
{
    /// <summary>Derived from call and number.</summary>
    public Guid Id { get; set; }

    public Guid OrganizationId { get; set; }
    public Guid CallId { get; set; }

    /// <summary>Starts at 1 for the first request of the call.</summary>
    public int Number { get; set; }

    public DateTimeOffset At { get; set; }
    public required string Trace { get; set; }

    /// <summary>The document exactly as sent.</summary>
    public required string Cxml { get; set; }
}

internal sealed class CallStageMapping : IEntityTypeConfiguration<CallStage>
{
    public void Configure(EntityTypeBuilder<CallStage> builder)
    {
        builder.ToTable("CallStages");
        builder.Property(s => s.Id).ValueGeneratedNever();
        builder.HasIndex(s => new { s.CallId, s.Number }).IsUnique();
    }
}

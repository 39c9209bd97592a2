using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Opbx.Core.Persistence;

namespace Opbx.Core.Calls;

/// <summary>One answered request of a call: why it was answered so, and the exact document.</summary>
public sealed class CallStage : ITenantOwned
{
    /// <summary>Identity, made of call and number.</summary>
    public Guid Id { get; set; }

    public Guid OrganizationId { get; set; }
    public Guid CallId { get; set; }

    /// <summary>1 for the first request of the call, then counting.</summary>
    public int Number { get; set; }

    public DateTimeOffset At { get; set; }
    public required string Trace { get; set; }

    /// <summary>The exact document that was sent.</summary>
    public required string Cxml { get; set; }
}

/// <summary>Table of stages.</summary>
internal sealed class CallStageMapping : IEntityTypeConfiguration<CallStage>
{
    public void Configure(EntityTypeBuilder<CallStage> builder)
    {
        builder.ToTable("CallStages");
        builder.Property(s => s.Id).ValueGeneratedNever();
        builder.HasIndex(s => new { s.CallId, s.Number }).IsUnique();
    }
}

using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Opbx.Core.Document.Integrations;
using Opbx.Core.Persistence;

namespace Opbx.Core.Integrations.Outbox;

/// <summary>An event for integrations; stored with the fact itself and retained for replays.</summary>
public sealed class IntegrationEvent : ITenantOwned
{
    /// <summary>The id receivers see (<c>msg_...</c>); ids sort in the order of the events.</summary>
    public required string Id { get; set; }

    public Guid OrganizationId { get; set; }

    /// <summary>The PBX where it happened; empty for the test of an account-level integration.</summary>
    public Guid PbxId { get; set; }

    public Trigger Trigger { get; set; }

    /// <summary>Identifies the fact, unique within the PBX.</summary>
    public required string SourceKey { get; set; }

    public DateTimeOffset OccurredAt { get; set; }
    public string? CallUuid { get; set; }

    /// <summary>Number within the call, from 1.</summary>
    public int? Sequence { get; set; }

    /// <summary>All values of the trigger as a JSON object of strings.</summary>
    public required string Values { get; set; }

    /// <summary>The data filters use, as JSON.</summary>
    public required string Scope { get; set; }

    /// <summary>Whether the values are samples; such an event is never replayed.</summary>
    public bool IsTest { get; set; }
}

internal sealed class IntegrationEventMapping : IEntityTypeConfiguration<IntegrationEvent>
{
    public void Configure(EntityTypeBuilder<IntegrationEvent> builder)
    {
        builder.ToTable("IntegrationEvents");
        builder.Property(e => e.Id).HasMaxLength(40);
        builder.Property(e => e.SourceKey).HasMaxLength(200);
        builder.Property(e => e.CallUuid).HasMaxLength(100);
        builder.HasIndex(e => new { e.PbxId, e.SourceKey }).IsUnique();
        builder.HasIndex(e => new { e.PbxId, e.CallUuid });
        builder.HasIndex(e => new { e.OrganizationId, e.OccurredAt });
    }
}

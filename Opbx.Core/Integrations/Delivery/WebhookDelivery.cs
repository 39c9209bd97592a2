using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Opbx.Core.Integrations.Outbox;
using Opbx.Core.Persistence;

namespace Opbx.Core.Integrations.Delivery;

/// <summary>One event to be sent to one integration.</summary>
public sealed class WebhookDelivery : ITenantOwned
{
    /// <summary>Format <c>dlv_...</c>; ids sort in the order of first attempts.</summary>
    public required string Id { get; set; }

    public Guid OrganizationId { get; set; }
    public Guid IntegrationId { get; set; }
    public required string EventId { get; set; }
    public IntegrationEvent? Event { get; set; }
    public DeliveryKind Kind { get; set; }

    /// <summary>Distinguishes deliveries of an event to an integration: <c>live</c>, or the id of the resend or replay.</summary>
    public required string KindKey { get; set; }

    public DeliveryState State { get; set; }
    public DateTimeOffset CreatedAt { get; set; }

    /// <summary>Meaningless once the delivery is over.</summary>
    public DateTimeOffset DueAt { get; set; }

    public int Attempts { get; set; }
    public DateTimeOffset? LeaseUntil { get; set; }
    public string? LeaseOwner { get; set; }
    public Outcome? LastOutcome { get; set; }
    public DateTimeOffset? FinishedAt { get; set; }
}

public enum DeliveryState
{
    /// <summary>Waiting for its first or next attempt.</summary>
    Pending,
    Delivered,
    Failed,
    /// <summary>The integration was switched off or deleted first.</summary>
    Cancelled,
}

internal sealed class WebhookDeliveryMapping : IEntityTypeConfiguration<WebhookDelivery>
{
    public void Configure(EntityTypeBuilder<WebhookDelivery> builder)
    {
        builder.ToTable("WebhookDeliveries");
        builder.Property(d => d.Id).HasMaxLength(40);
        builder.Property(d => d.KindKey).HasMaxLength(60);
        builder.Property(d => d.LeaseOwner).HasMaxLength(40);
        builder.HasOne(d => d.Event).WithMany().HasForeignKey(d => d.EventId).OnDelete(DeleteBehavior.Cascade);
        builder.HasIndex(d => new { d.IntegrationId, d.EventId, d.KindKey }).IsUnique();
        builder.HasIndex(d => new { d.IntegrationId, d.Id });
        builder.HasIndex(d => new { d.IntegrationId, d.Kind, d.Attempts, d.Id, d.DueAt, d.LeaseUntil }, "IX_WebhookDeliveries_Pending")
            .HasFilter("\"State\" = 'Pending'");
    }
}

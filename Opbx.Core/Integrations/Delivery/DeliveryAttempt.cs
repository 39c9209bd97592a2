using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Opbx.Core.Document;
using Opbx.Core.Persistence;

namespace Opbx.Core.Integrations.Delivery;

/// <summary>An attempt of a delivery as shown in the log.</summary>
public sealed class DeliveryAttempt : ITenantOwned
{
    public long Id { get; set; }
    public Guid OrganizationId { get; set; }
    public required string DeliveryId { get; set; }

    /// <summary>Starts at 1.</summary>
    public int Number { get; set; }

    public DateTimeOffset At { get; set; }

    /// <summary>The HTTP status, if any.</summary>
    public int? Status { get; set; }

    public Outcome Outcome { get; set; }

    /// <summary>Null when nothing was sent.</summary>
    public int? Milliseconds { get; set; }

    /// <summary>Null when it was not measured.</summary>
    public AttemptTiming? Timing { get; set; }

    /// <summary>JSON of <see cref="MaskedRequest"/>; null when the request could not be built.</summary>
    public string? Request { get; set; }

    /// <summary>Headers and beginning of the response body, masked, as JSON of <see cref="ResponseHead"/>.</summary>
    public string? Response { get; set; }
}

internal sealed class DeliveryAttemptMapping : IEntityTypeConfiguration<DeliveryAttempt>
{
    public void Configure(EntityTypeBuilder<DeliveryAttempt> builder)
    {
        builder.ToTable("DeliveryAttempts");
        builder.Property(a => a.DeliveryId).HasMaxLength(40);
        builder.Property(a => a.Timing).HasMaxLength(200)
            .HasConversion(timing => DocumentJson.Write(timing!),
                text => JsonSerializer.Deserialize<AttemptTiming>(text, DocumentJson.Options));
        builder.HasOne<WebhookDelivery>().WithMany().HasForeignKey(a => a.DeliveryId).OnDelete(DeleteBehavior.Cascade);
        builder.HasIndex(a => a.DeliveryId);
    }
}

using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Opbx.Core.Pbxs;
using Opbx.Core.Persistence;

namespace Opbx.Core.Cloudonix.Sync;

/// <summary>The SIP account of a user extension at Cloudonix, as far as known.</summary>
public sealed class Subscriber : IPbxOwned
{
    /// <summary>Where the SIP password is among an extension's secrets.</summary>
    public const string PasswordPointer = "/sipPassword";

    /// <summary>Id of the extension; survives renumbering.</summary>
    public Guid ObjectId { get; set; }

    public Guid OrganizationId { get; set; }
    public Guid PbxId { get; set; }

    /// <summary>The number it has at Cloudonix, or was asked to get.</summary>
    public required string Msisdn { get; set; }

    /// <summary>Its id at Cloudonix; null until its creation is certain.</summary>
    public long? RemoteId { get; set; }

    public SubscriberState State { get; set; }

    /// <summary>As a sentence.</summary>
    public string? Error { get; set; }

    /// <summary>Whether the extension is gone and the subscriber must go too.</summary>
    public bool Deleted { get; set; }

    /// <summary>When it last agreed with the extension.</summary>
    public DateTimeOffset? SyncedAt { get; set; }
}

public enum SubscriberState
{
    Pending,
    Synced,
    /// <summary>A change was refused and will be repeated.</summary>
    Failed,
}

internal sealed class SubscriberMapping : IEntityTypeConfiguration<Subscriber>
{
    public void Configure(EntityTypeBuilder<Subscriber> builder)
    {
        builder.ToTable("Subscribers");
        builder.HasKey(s => s.ObjectId);
        builder.Property(s => s.ObjectId).ValueGeneratedNever();
        builder.Property(s => s.Msisdn).HasMaxLength(40);
        builder.Property(s => s.Error).HasMaxLength(500);
        builder.HasIndex(s => new { s.PbxId, s.RemoteId });
        builder.HasIndex(s => s.OrganizationId);
        builder.HasOne<Pbx>().WithMany().HasForeignKey(s => s.PbxId).OnDelete(DeleteBehavior.Cascade);
    }
}

using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Opbx.Core.Pbxs;
using Opbx.Core.Persistence;

namespace Opbx.Core.Cloudonix.Sync;

/// <summary>The SIP account of one user extension at Cloudonix, as far as we know it.</summary>
public sealed class Subscriber : IPbxOwned
{
    /// <summary>Where an extension keeps the SIP password among its secrets.</summary>
    public const string PasswordPointer = "/sipPassword";

    /// <summary>Identity of the extension; stays over renumbering.</summary>
    public Guid ObjectId { get; set; }

    public Guid OrganizationId { get; set; }
    public Guid PbxId { get; set; }

    /// <summary>The number it has at Cloudonix, or was asked to get.</summary>
    public required string Msisdn { get; set; }

    /// <summary>Its id at Cloudonix; null until its creation is certain.</summary>
    public long? RemoteId { get; set; }

    public SubscriberState State { get; set; }

    /// <summary>What went wrong, in a sentence.</summary>
    public string? Error { get; set; }

    /// <summary>Whether the extension is gone and the subscriber must go too.</summary>
    public bool Deleted { get; set; }

    /// <summary>When it last agreed with the extension.</summary>
    public DateTimeOffset? SyncedAt { get; set; }
}

/// <summary>How far a subscriber is.</summary>
public enum SubscriberState
{
    Pending,
    Synced,

    /// <summary>A change was refused; it is repeated.</summary>
    Failed,
}

/// <summary>Table of subscribers.</summary>
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

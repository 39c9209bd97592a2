using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Opbx.Core.Pbxs;
using Opbx.Core.Persistence;

namespace Opbx.Core.Cloudonix;

/// <summary>The link between one PBX and one domain at Cloudonix.</summary>
public sealed class Pairing : IPbxOwned
{
    /// <summary>A PBX has at most one pairing.</summary>
    public Guid PbxId { get; set; }

    public Guid OrganizationId { get; set; }

    /// <summary>Lower case, without a trailing dot.</summary>
    public required string Domain { get; set; }

    /// <summary>The domain's id at Cloudonix; a domain belongs to one PBX.</summary>
    public required string DomainUuid { get; set; }

    /// <summary>The domain's number at Cloudonix.</summary>
    public long DomainId { get; set; }

    /// <summary>Encrypted (purpose <see cref="KeyPurpose"/>).</summary>
    public required string ProtectedApiKey { get; set; }

    public long ApplicationId { get; set; }
    public required string ApplicationName { get; set; }
    public required string ApplicationUrl { get; set; }

    /// <summary>Whether the domain is one of the built-in sandbox.</summary>
    public bool IsSandbox { get; set; }

    public PairingState State { get; set; }

    /// <summary>The last error as a sentence; null when there was none.</summary>
    public string? LastError { get; set; }

    public DateTimeOffset PairedAt { get; set; }

    /// <summary>When subscribers were last compared successfully.</summary>
    public DateTimeOffset? SyncedAt { get; set; }

    public DateTimeOffset NextSyncAt { get; set; }

    /// <summary>The error of the last synchronization, as a sentence.</summary>
    public string? SyncError { get; set; }

    /// <summary>Number of consecutive failures.</summary>
    public int SyncFailures { get; set; }

    /// <summary>The purpose under which the API key of a PBX is encrypted.</summary>
    public static string KeyPurpose(Guid pbxId) => $"Pairing.ApiKey:{pbxId}";
}

/// <summary>Whether domain and portal agree.</summary>
public enum PairingState
{
    /// <summary>They agreed at the last check.</summary>
    Paired,
    /// <summary>The last attempt to set up the domain failed and will be repeated.</summary>
    NeedsRepair,
}

internal sealed class PairingMapping : IEntityTypeConfiguration<Pairing>
{
    public void Configure(EntityTypeBuilder<Pairing> builder)
    {
        builder.ToTable("Pairings");
        builder.HasKey(p => p.PbxId);
        builder.Property(p => p.Domain).HasMaxLength(253);
        builder.Property(p => p.DomainUuid).HasMaxLength(64);
        builder.Property(p => p.ApplicationName).HasMaxLength(100);
        builder.Property(p => p.ApplicationUrl).HasMaxLength(2000);
        builder.Property(p => p.LastError).HasMaxLength(500);
        builder.Property(p => p.SyncError).HasMaxLength(500);
        builder.HasIndex(p => p.DomainUuid).IsUnique();
        builder.HasIndex(p => p.NextSyncAt);
        builder.HasIndex(p => p.OrganizationId);
        builder.HasOne<Pbx>().WithOne().HasForeignKey<Pairing>(p => p.PbxId).OnDelete(DeleteBehavior.Cascade);
    }
}

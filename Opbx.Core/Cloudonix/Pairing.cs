using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Opbx.Core.Pbxs;
using Opbx.Core.Persistence;

namespace Opbx.Core.Cloudonix;

/// <summary>The tie between one PBX and one domain at Cloudonix.</summary>
public sealed class Pairing : IPbxOwned
{
    /// <summary>The PBX; it has at most one pairing.</summary>
    public Guid PbxId { get; set; }

    public Guid OrganizationId { get; set; }

    /// <summary>The domain's name in lower case, without a dot at the end.</summary>
    public required string Domain { get; set; }

    /// <summary>The domain's identity at Cloudonix; a domain belongs to one PBX.</summary>
    public required string DomainUuid { get; set; }

    /// <summary>The domain's number at Cloudonix.</summary>
    public long DomainId { get; set; }

    /// <summary>The API key, encrypted (purpose <see cref="KeyPurpose"/>).</summary>
    public required string ProtectedApiKey { get; set; }

    public long ApplicationId { get; set; }
    public required string ApplicationName { get; set; }
    public required string ApplicationUrl { get; set; }

    /// <summary>Whether the domain is one of the built-in stand-in.</summary>
    public bool IsSandbox { get; set; }

    /// <summary>Whether domain and portal agreed at the last look.</summary>
    public PairingState State { get; set; }

    /// <summary>What went wrong last, in a sentence; null when nothing did.</summary>
    public string? LastError { get; set; }

    public DateTimeOffset PairedAt { get; set; }

    /// <summary>When subscribers were last compared with success.</summary>
    public DateTimeOffset? SyncedAt { get; set; }

    public DateTimeOffset NextSyncAt { get; set; }

    /// <summary>What went wrong at the last synchronization, in a sentence.</summary>
    public string? SyncError { get; set; }

    /// <summary>How many synchronizations failed in a row.</summary>
    public int SyncFailures { get; set; }

    /// <summary>The purpose under which the API key of a PBX is encrypted.</summary>
    public static string KeyPurpose(Guid pbxId) => $"Pairing.ApiKey:{pbxId}";
}

/// <summary>Whether domain and portal agree.</summary>
public enum PairingState
{
    /// <summary>They did at the last look.</summary>
    Paired,

    /// <summary>The last attempt to bring the domain to what it should be failed; it is repeated.</summary>
    NeedsRepair,
}

/// <summary>Table of pairings.</summary>
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

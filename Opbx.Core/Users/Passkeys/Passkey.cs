using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Opbx.Core.Persistence;

namespace Opbx.Core.Users.Passkeys;

/// <summary>A person's passkey: the public half of a key pair stored on the person's device.</summary>
public sealed class Passkey : ITenantOwned
{
    public const int Most = 10;
    /// <summary>In characters.</summary>
    public const int LongestName = 64;

    public Guid Id { get; set; }
    public Guid OrganizationId { get; set; }
    public Guid UserId { get; set; }
    public required string Name { get; set; }

    /// <summary>Assigned by the device.</summary>
    public required byte[] CredentialId { get; set; }

    public required byte[] PublicKey { get; set; }

    /// <summary>Number of uses reported by the device; many devices always report 0.</summary>
    public long SignCount { get; set; }

    /// <summary>How a browser reaches the device, comma separated.</summary>
    public string? Transports { get; set; }

    /// <summary>Whether the device asked for fingerprint, face or PIN when it was created.</summary>
    public bool IsUserVerified { get; set; }

    /// <summary>Whether the device may copy it to others.</summary>
    public bool IsBackupEligible { get; set; }

    public bool IsBackedUp { get; set; }

    /// <summary>As sent by the device at creation.</summary>
    public required byte[] AttestationObject { get; set; }

    /// <summary>As sent by the browser at creation.</summary>
    public required byte[] ClientDataJson { get; set; }

    public DateTimeOffset CreatedAt { get; set; }

    /// <summary>When someone last signed in with it.</summary>
    public DateTimeOffset? UsedAt { get; set; }
}

/// <summary>Our own table rather than Identity's, so that the model does not depend on the options of a host.</summary>
internal sealed class PasskeyMapping : IEntityTypeConfiguration<Passkey>
{
    public void Configure(EntityTypeBuilder<Passkey> builder)
    {
        builder.ToTable("Passkeys");
        builder.Property(p => p.Id).ValueGeneratedNever();
        builder.Property(p => p.Name).HasMaxLength(Passkey.LongestName);
        builder.Property(p => p.CredentialId).HasMaxLength(1023);
        builder.Property(p => p.Transports).HasMaxLength(100);
        builder.HasIndex(p => p.CredentialId).IsUnique();
        builder.HasIndex(p => p.UserId);
        builder.HasOne<User>().WithMany().HasForeignKey(p => p.UserId).OnDelete(DeleteBehavior.Cascade);
    }
}

using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Opbx.Core.Persistence;

namespace Opbx.Core.Users.Passkeys;

/// <summary>A passkey of a person: the public half of a key pair that the person's device keeps.</summary>
public sealed class Passkey : ITenantOwned
{
    public const int Most = 10;

    /// <summary>The most characters of a name.</summary>
    public const int LongestName = 64;

    public Guid Id { get; set; }
    public Guid OrganizationId { get; set; }
    public Guid UserId { get; set; }
    public required string Name { get; set; }

    /// <summary>The device's name for it.</summary>
    public required byte[] CredentialId { get; set; }

    public required byte[] PublicKey { get; set; }

    /// <summary>How often the device says it was used; many devices always say 0.</summary>
    public long SignCount { get; set; }

    /// <summary>How a browser reaches the device, separated by commas.</summary>
    public string? Transports { get; set; }

    /// <summary>Whether the device asked for finger, face or PIN when it was made.</summary>
    public bool IsUserVerified { get; set; }

    /// <summary>Whether the device may copy it to others.</summary>
    public bool IsBackupEligible { get; set; }

    public bool IsBackedUp { get; set; }

    /// <summary>What the device said when it was made.</summary>
    public required byte[] AttestationObject { get; set; }

    /// <summary>What the browser said when it was made.</summary>
    public required byte[] ClientDataJson { get; set; }

    public DateTimeOffset CreatedAt { get; set; }

    /// <summary>When somebody last signed in with it.</summary>
    public DateTimeOffset? UsedAt { get; set; }
}

/// <summary>Table of passkeys. It is ours and not Identity's, so that the model does not depend on the options of a host.</summary>
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

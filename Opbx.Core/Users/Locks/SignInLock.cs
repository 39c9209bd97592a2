using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Opbx.Core.Persistence;

namespace Opbx.Core.Users.Locks;

/// <summary>Wrong passwords and codes for one account, from one known device or from all others together.</summary>
public sealed class SignInLock : ITenantOwned
{
    /// <summary>Stands for all unknown devices.</summary>
    public const string Strangers = "";

    public Guid Id { get; set; }
    public Guid OrganizationId { get; set; }
    public Guid UserId { get; set; }

    /// <summary>A device on which the person has signed in before, or <see cref="Strangers"/>.</summary>
    public required string Device { get; set; }

    /// <summary>Failures since the last lock.</summary>
    public int Failures { get; set; }

    public int Level { get; set; }

    /// <summary>Until when nothing is checked.</summary>
    public DateTimeOffset? Until { get; set; }

    public DateTimeOffset LastAt { get; set; }
}

internal sealed class SignInLockMapping : IEntityTypeConfiguration<SignInLock>
{
    public void Configure(EntityTypeBuilder<SignInLock> builder)
    {
        builder.ToTable("SignInLocks");
        builder.Property(l => l.Id).ValueGeneratedNever();
        builder.Property(l => l.Device).HasMaxLength(40);
        builder.HasIndex(l => new { l.UserId, l.Device }).IsUnique();
        builder.HasOne<User>().WithMany().HasForeignKey(l => l.UserId).OnDelete(DeleteBehavior.Cascade);
    }
}

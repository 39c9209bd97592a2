using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Opbx.Core.Persistence;

namespace Opbx.Core.Users.Sessions;

/// <summary>One sign-in of a person on one device. The cookie refers to it.</summary>
public sealed class UserSession : ITenantOwned
{
    public Guid Id { get; set; }
    public Guid OrganizationId { get; set; }
    public Guid UserId { get; set; }

    /// <summary>Browser and system as text.</summary>
    public required string Device { get; set; }

    public required string Address { get; set; }

    /// <summary>The person's security stamp at the time; a different one ends the session.</summary>
    public required string Stamp { get; set; }

    public DateTimeOffset StartedAt { get; set; }

    /// <summary>When the person was last active, to about a minute.</summary>
    public DateTimeOffset SeenAt { get; set; }

    /// <summary>When it was ended, by the person or by someone else; null also when it simply expired.</summary>
    public DateTimeOffset? EndedAt { get; set; }
}

internal sealed class UserSessionMapping : IEntityTypeConfiguration<UserSession>
{
    public void Configure(EntityTypeBuilder<UserSession> builder)
    {
        builder.ToTable("UserSessions");
        builder.Property(s => s.Id).ValueGeneratedNever();
        builder.Property(s => s.Device).HasMaxLength(DeviceText.Longest);
        builder.Property(s => s.Address).HasMaxLength(45);
        builder.Property(s => s.Stamp).HasMaxLength(64);
        builder.HasIndex(s => new { s.UserId, s.StartedAt });
        builder.HasOne<User>().WithMany().HasForeignKey(s => s.UserId).OnDelete(DeleteBehavior.Cascade);
    }
}

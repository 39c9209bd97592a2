using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Opbx.Core.Permissions;
using Opbx.Core.Persistence;

namespace Opbx.Core.Users;

/// <summary>A person who signs in to the portal; belongs to one organization.</summary>
public sealed class User : IdentityUser<Guid>, ITenantOwned
{
    public Guid OrganizationId { get; set; }
    public string DisplayName { get; set; } = "";
    public Role Role { get; set; }

    /// <summary>Whether the person may create and suspend organizations.</summary>
    public bool IsPlatformAdmin { get; set; }

    /// <summary>Whether the person may sign in.</summary>
    public bool Active { get; set; } = true;

    public Guid? PbxId { get; set; }

    /// <summary>The number of the person's own extension.</summary>
    public string? Extension { get; set; }

    /// <summary>Null without a link, and when the link does not name the PBX.</summary>
    public OwnExtension? OwnExtension => this is { PbxId: { } pbx, Extension: { } number } ? new OwnExtension(pbx, number) : null;

    public Actor ToActor() => new(OrganizationId, Role, UserName ?? "", ActorSource.Portal, OwnExtension, Id, IsPlatformAdmin);

    public DateTimeOffset CreatedAt { get; set; }
    public DateTimeOffset? LastSignInAt { get; set; }
}

internal sealed class UserMapping : IEntityTypeConfiguration<User>
{
    public void Configure(EntityTypeBuilder<User> builder)
    {
        builder.ToTable("Users");
        builder.Ignore(u => u.OwnExtension);
        builder.Property(u => u.UserName).HasMaxLength(256);
        builder.Property(u => u.NormalizedUserName).HasMaxLength(256);
        builder.Property(u => u.Email).HasMaxLength(256);
        builder.Property(u => u.NormalizedEmail).HasMaxLength(256);
        builder.Property(u => u.ConcurrencyStamp).IsConcurrencyToken();
        builder.Property(u => u.DisplayName).HasMaxLength(100);
        builder.Property(u => u.Extension).HasMaxLength(6);
        builder.HasIndex(u => u.NormalizedUserName, "UserNameIndex").IsUnique();
        builder.HasIndex(u => u.NormalizedEmail, "EmailIndex");
        builder.HasIndex(u => u.OrganizationId);
    }
}

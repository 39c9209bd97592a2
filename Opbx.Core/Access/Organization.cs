using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Opbx.Core.Access;

/// <summary>The tenant: owns users, PBXs and account integrations.</summary>
public sealed class Organization
{
    /// <summary>Identity.</summary>
    public Guid Id { get; set; }

    /// <summary>The name, unique in the installation.</summary>
    public required string Name { get; set; }

    /// <summary>IANA time zone.</summary>
    public required string TimeZone { get; set; }

    /// <summary>Whether its people may sign in and its calls are routed.</summary>
    public bool Active { get; set; } = true;

    /// <summary>When it was made.</summary>
    public DateTimeOffset CreatedAt { get; set; }
}

/// <summary>Table of organizations.</summary>
internal sealed class OrganizationMapping : IEntityTypeConfiguration<Organization>
{
    public void Configure(EntityTypeBuilder<Organization> builder)
    {
        builder.Property(o => o.Name).HasMaxLength(100);
        builder.Property(o => o.TimeZone).HasMaxLength(64);
        builder.HasIndex(o => o.Name).IsUnique();
    }
}

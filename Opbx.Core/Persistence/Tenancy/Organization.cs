using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Opbx.Core.Persistence.Tenancy;

/// <summary>The tenant: owns users, PBXs and account integrations.</summary>
public sealed class Organization
{
    public Guid Id { get; set; }

    /// <summary>Unique in the installation.</summary>
    public required string Name { get; set; }

    /// <summary>For comparison without case.</summary>
    public string NormalizedName { get; set; } = "";

    /// <summary>IANA time zone.</summary>
    public required string TimeZone { get; set; }

    /// <summary>Whether its people can sign in and its calls are routed.</summary>
    public bool Active { get; set; } = true;

    public SecondFactorRule SecondFactorRule { get; set; }
    public DateTimeOffset? SecondFactorRuleSince { get; set; }
    public DateTimeOffset CreatedAt { get; set; }

    /// <summary>When it is removed with everything that belongs to it; null unless somebody deleted it.</summary>
    public DateTimeOffset? DeleteAfter { get; set; }

    public void Rename(string name) => (Name, NormalizedName) = (name.Trim(), Normal(name));
    public static string Normal(string name) => name.Trim().Normalize().ToUpperInvariant();
}

internal sealed class OrganizationMapping : IEntityTypeConfiguration<Organization>
{
    public void Configure(EntityTypeBuilder<Organization> builder)
    {
        builder.ToTable("Organizations");
        builder.Property(o => o.Name).HasMaxLength(100);
        builder.Property(o => o.TimeZone).HasMaxLength(64);
        builder.Property(o => o.NormalizedName).HasMaxLength(300);
        builder.HasIndex(o => o.NormalizedName).IsUnique();
    }
}

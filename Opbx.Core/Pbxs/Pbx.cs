using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Opbx.Core.Persistence;

namespace Opbx.Core.Pbxs;

/// <summary>One phone system of an organization. Its configuration is in the table of configured objects.</summary>
public sealed class Pbx : ITenantOwned
{
    /// <summary>The UUID of the API.</summary>
    public Guid Id { get; set; }

    public Guid OrganizationId { get; set; }

    /// <summary>The system name; copied from the settings for unique names and lists.</summary>
    public required string Name { get; set; }

    /// <summary>Increases with every change of the configuration; guards against lost updates.</summary>
    public long ConfigurationVersion { get; set; }

    /// <summary>The unguessable path segment of this PBX's endpoints.</summary>
    public required string PathToken { get; set; }

    /// <summary>The key Cloudonix sends us, encrypted (purpose <c>Pbx.EndpointKey:{Id}</c>).</summary>
    public required string ProtectedEndpointKey { get; set; }

    /// <summary>The key before the last rotation, encrypted; valid until <see cref="PreviousEndpointKeyUntil"/>.</summary>
    public string? ProtectedPreviousEndpointKey { get; set; }

    public DateTimeOffset? PreviousEndpointKeyUntil { get; set; }
    public DateTimeOffset CreatedAt { get; set; }
}

internal sealed class PbxMapping : IEntityTypeConfiguration<Pbx>
{
    public void Configure(EntityTypeBuilder<Pbx> builder)
    {
        builder.ToTable("Pbxs");
        builder.Property(p => p.Name).HasMaxLength(100);
        builder.Property(p => p.PathToken).HasMaxLength(64);
        builder.Property(p => p.ConfigurationVersion).IsConcurrencyToken();
        builder.HasIndex(p => p.PathToken).IsUnique();
        builder.HasIndex(p => new { p.OrganizationId, p.Name }).IsUnique();
    }
}

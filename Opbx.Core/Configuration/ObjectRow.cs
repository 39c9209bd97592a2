using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Opbx.Core.Persistence;

namespace Opbx.Core.Configuration;

/// <summary>One configured object as it is stored: the text of the document, with its secrets apart.</summary>
public sealed class ObjectRow : ITenantOwned
{
    /// <summary>Identity; stays over renaming.</summary>
    public Guid Id { get; set; }

    public Guid OrganizationId { get; set; }

    /// <summary>The PBX; null for account-level integrations.</summary>
    public Guid? PbxId { get; set; }

    /// <summary>The document's member it lies in; <c>pbx</c> for the settings.</summary>
    public required string Kind { get; set; }

    public required string Key { get; set; }
    public int Position { get; set; }

    /// <summary>The object as in the document, without secrets.</summary>
    public required string Json { get; set; }

    /// <summary>Its secrets by place, as encrypted JSON (purpose <c>Object.Secrets:{Id}</c>).</summary>
    public string? ProtectedSecrets { get; set; }

    /// <summary>Grows with every change; the ETag.</summary>
    public long Version { get; set; }

    public DateTimeOffset CreatedAt { get; set; }

    /// <summary>When it was last changed.</summary>
    public DateTimeOffset UpdatedAt { get; set; }
}

/// <summary>Table of configured objects.</summary>
internal sealed class ObjectRowMapping : IEntityTypeConfiguration<ObjectRow>
{
    public void Configure(EntityTypeBuilder<ObjectRow> builder)
    {
        builder.ToTable("ConfiguredObjects");
        builder.Property(r => r.Kind).HasMaxLength(40);
        builder.Property(r => r.Key).HasMaxLength(100);
        builder.Property(r => r.Version).IsConcurrencyToken();
        builder.HasIndex(r => new { r.PbxId, r.Kind, r.Key }).IsUnique();
        builder.HasIndex(r => r.OrganizationId);
        builder.HasIndex(r => r.Key, "IX_ConfiguredObjects_PhoneNumber").IsUnique().HasFilter("\"Kind\" = 'phoneNumbers'");
    }
}

using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Opbx.Core.Persistence;

namespace Opbx.Core.Configuration;

/// <summary>A configured object as stored: its JSON, with the secrets separate.</summary>
public sealed class ObjectRow : ITenantOwned
{
    /// <summary>Stays the same when the object is renamed.</summary>
    public Guid Id { get; set; }

    public Guid OrganizationId { get; set; }

    /// <summary>Null for account-level integrations.</summary>
    public Guid? PbxId { get; set; }

    /// <summary>The document's member that contains it; <c>pbx</c> for the settings.</summary>
    public required string Kind { get; set; }

    public required string Key { get; set; }
    public int Position { get; set; }

    /// <summary>The object as in the document, without secrets.</summary>
    public required string Json { get; set; }

    /// <summary>Secrets by place, as encrypted JSON (purpose <c>Object.Secrets:{Id}</c>).</summary>
    public string? ProtectedSecrets { get; set; }

    /// <summary>Increases with every change; the ETag.</summary>
    public long Version { get; set; }

    public DateTimeOffset CreatedAt { get; set; }
    public DateTimeOffset UpdatedAt { get; set; }
}

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

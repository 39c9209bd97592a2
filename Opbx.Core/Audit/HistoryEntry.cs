using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Opbx.Core.Permissions;
using Opbx.Core.Persistence;

namespace Opbx.Core.Audit;

/// <summary>A change of an object: who, when, from where, before and after. Never contains secrets.</summary>
public sealed class HistoryEntry : ITenantOwned
{
    public Guid Id { get; set; }
    public Guid OrganizationId { get; set; }

    /// <summary>Null when the object does not belong to a PBX.</summary>
    public Guid? PbxId { get; set; }

    /// <summary>Shared by all entries of one save.</summary>
    public Guid ChangeId { get; set; }

    public DateTimeOffset At { get; set; }
    public required string Actor { get; set; }
    public ActorSource Source { get; set; }
    public required string Kind { get; set; }

    /// <summary>The object's key after the change (before it, when deleted).</summary>
    public required string Key { get; set; }

    public ChangeAction Action { get; set; }

    /// <summary>JSON.</summary>
    public string? Before { get; set; }

    /// <summary>JSON.</summary>
    public string? After { get; set; }
}

public enum ChangeAction
{
    Created,
    Updated,
    Deleted,
    /// <summary>A secret of the object was replaced or revealed.</summary>
    SecretTouched,
    /// <summary>An action that changes no configuration, such as hanging up a live call.</summary>
    Acted,
}

internal sealed class HistoryEntryMapping : IEntityTypeConfiguration<HistoryEntry>
{
    public void Configure(EntityTypeBuilder<HistoryEntry> builder)
    {
        builder.ToTable("History");
        builder.Property(h => h.Actor).HasMaxLength(254);
        builder.Property(h => h.Kind).HasMaxLength(40);
        builder.Property(h => h.Key).HasMaxLength(100);
        builder.HasIndex(h => new { h.OrganizationId, h.At });
        builder.HasIndex(h => new { h.PbxId, h.Kind, h.Key });
    }
}

using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Opbx.Core.Permissions;
using Opbx.Core.Persistence;

namespace Opbx.Core.Audit;

/// <summary>One change of one object: who, when, from where, before and after. Never holds secrets.</summary>
public sealed class HistoryEntry : ITenantOwned
{
    public Guid Id { get; set; }
    public Guid OrganizationId { get; set; }

    /// <summary>The PBX, when the object belongs to one.</summary>
    public Guid? PbxId { get; set; }

    /// <summary>Entries of one save share this.</summary>
    public Guid ChangeId { get; set; }

    public DateTimeOffset At { get; set; }
    public required string Actor { get; set; }
    public ActorSource Source { get; set; }

    /// <summary>What kind of object, as in the document.</summary>
    public required string Kind { get; set; }

    /// <summary>The object's key after the change (before it, when deleted).</summary>
    public required string Key { get; set; }

    public ChangeAction Action { get; set; }

    /// <summary>The object before, as JSON.</summary>
    public string? Before { get; set; }

    /// <summary>The object after, as JSON.</summary>
    public string? After { get; set; }
}

/// <summary>What happened to an object.</summary>
public enum ChangeAction
{
    Created,
    Updated,
    Deleted,

    /// <summary>A secret of it was replaced, or shown to somebody.</summary>
    SecretTouched,

    /// <summary>Something was done to it that changes no configuration, such as hanging up a live call.</summary>
    Acted,
}

/// <summary>Table of the history.</summary>
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

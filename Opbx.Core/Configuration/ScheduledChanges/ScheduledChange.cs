using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Opbx.Core.Persistence;

namespace Opbx.Core.Configuration.ScheduledChanges;

/// <summary>A change of a PBX's configuration that begins, and optionally ends, automatically.</summary>
public sealed class ScheduledChange : IPbxOwned
{
    public const int LongestTitle = 100;

    public Guid Id { get; set; }
    public Guid OrganizationId { get; set; }
    public Guid PbxId { get; set; }
    public required string Title { get; set; }

    /// <summary>A whole minute.</summary>
    public DateTimeOffset StartsAt { get; set; }

    /// <summary>When the old values are restored; null when the change is permanent.</summary>
    public DateTimeOffset? EndsAt { get; set; }

    public ScheduledChangeState State { get; set; }

    /// <summary><see cref="PlannedChanges"/> as JSON, without secrets.</summary>
    public required string Plan { get; set; }

    /// <summary>What actually changed when it began, in the same form; null before.</summary>
    public string? Applied { get; set; }

    /// <summary>What failed, as a sentence.</summary>
    public string? Problem { get; set; }

    /// <summary>The extension whose person is covered for; null for any other change.</summary>
    public string? CoveredExtension { get; set; }

    public required string MadeBy { get; set; }
    public DateTimeOffset MadeAt { get; set; }

    /// <summary>When the state last changed.</summary>
    public DateTimeOffset ChangedAt { get; set; }
}

public enum ScheduledChangeState
{
    /// <summary>It has not begun.</summary>
    Planned,
    /// <summary>It is in force and will end automatically.</summary>
    Active,
    /// <summary>It began and is permanent, or has ended.</summary>
    Done,
    /// <summary>It could not begin or end; nothing was changed then.</summary>
    Failed,
    /// <summary>Somebody canceled it before it began.</summary>
    Canceled,
}

internal sealed class ScheduledChangeMapping : IEntityTypeConfiguration<ScheduledChange>
{
    public void Configure(EntityTypeBuilder<ScheduledChange> builder)
    {
        builder.ToTable("ScheduledChanges");
        builder.Property(c => c.Id).ValueGeneratedNever();
        builder.Property(c => c.Title).HasMaxLength(ScheduledChange.LongestTitle);
        builder.Property(c => c.Problem).HasMaxLength(1_000);
        builder.Property(c => c.CoveredExtension).HasMaxLength(6);
        builder.Property(c => c.MadeBy).HasMaxLength(254);
        builder.HasIndex(c => new { c.PbxId, c.State, c.StartsAt });
    }
}

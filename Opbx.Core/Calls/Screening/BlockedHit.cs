using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Opbx.Core.Persistence;

namespace Opbx.Core.Calls.Screening;

/// <summary>How often a blocked caller's pattern rejected calls. The calls themselves are in the call log.</summary>
public sealed class BlockedHit : IPbxOwned, IKeyedRow
{
    public Guid Id { get; set; }
    public Guid OrganizationId { get; set; }
    public Guid PbxId { get; set; }
    public required string Pattern { get; set; }
    public long Count { get; set; }

    /// <summary>When the last rejected call arrived.</summary>
    public DateTimeOffset LastAt { get; set; }
}

internal sealed class BlockedHitMapping : IEntityTypeConfiguration<BlockedHit>
{
    public void Configure(EntityTypeBuilder<BlockedHit> builder)
    {
        builder.ToTable("BlockedHits");
        builder.Property(h => h.Id).ValueGeneratedNever();
        builder.Property(h => h.Pattern).HasMaxLength(40);
        builder.HasIndex(h => h.PbxId);
    }
}

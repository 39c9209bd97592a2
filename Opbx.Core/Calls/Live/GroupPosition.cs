using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Opbx.Core.Persistence;

namespace Opbx.Core.Calls.Live;

/// <summary>Calls a round-robin group has received: the next one starts that many members later.</summary>
public sealed class GroupPosition : IPbxOwned, IKeyedRow
{
    public Guid Id { get; set; }
    public Guid OrganizationId { get; set; }
    public Guid PbxId { get; set; }
    public required string Group { get; set; }
    public int Calls { get; set; }
}

internal sealed class GroupPositionMapping : IEntityTypeConfiguration<GroupPosition>
{
    public void Configure(EntityTypeBuilder<GroupPosition> builder)
    {
        builder.ToTable("GroupPositions");
        builder.Property(p => p.Id).ValueGeneratedNever();
        builder.Property(p => p.Group).HasMaxLength(100);
        builder.HasIndex(p => p.PbxId);
    }
}

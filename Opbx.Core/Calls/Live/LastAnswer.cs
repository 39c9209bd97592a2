using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Opbx.Core.Persistence;

namespace Opbx.Core.Calls.Live;

/// <summary>When an extension last answered a call, for groups that ring the least recent one.</summary>
public sealed class LastAnswer : IPbxOwned, IKeyedRow
{
    public Guid Id { get; set; }
    public Guid OrganizationId { get; set; }
    public Guid PbxId { get; set; }
    public required string Extension { get; set; }
    public DateTimeOffset At { get; set; }
}

internal sealed class LastAnswerMapping : IEntityTypeConfiguration<LastAnswer>
{
    public void Configure(EntityTypeBuilder<LastAnswer> builder)
    {
        builder.ToTable("LastAnswers");
        builder.Property(a => a.Id).ValueGeneratedNever();
        builder.Property(a => a.Extension).HasMaxLength(20);
        builder.HasIndex(a => a.PbxId);
    }
}

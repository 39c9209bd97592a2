using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Opbx.Core.Persistence;

namespace Opbx.Core.Users.Choices;

/// <summary>Something a person chose on a page that is restored later, such as the filters of a list.</summary>
public sealed class UserChoice : ITenantOwned
{
    public Guid Id { get; set; }
    public Guid OrganizationId { get; set; }
    public Guid UserId { get; set; }

    /// <summary>The subject of the choice, for example the list.</summary>
    public required string Place { get; set; }

    public required string Value { get; set; }
}

internal sealed class UserChoiceMapping : IEntityTypeConfiguration<UserChoice>
{
    public void Configure(EntityTypeBuilder<UserChoice> builder)
    {
        builder.ToTable("UserChoices");
        builder.Property(c => c.Id).ValueGeneratedNever();
        builder.Property(c => c.Place).HasMaxLength(UserChoices.LongestPlace);
        builder.Property(c => c.Value).HasMaxLength(UserChoices.LongestValue);
        builder.HasIndex(c => new { c.UserId, c.Place }).IsUnique();
        builder.HasOne<User>().WithMany().HasForeignKey(c => c.UserId).OnDelete(DeleteBehavior.Cascade);
    }
}

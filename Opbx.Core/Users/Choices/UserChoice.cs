using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Opbx.Core.Persistence;

namespace Opbx.Core.Users.Choices;

/// <summary>Something a person chose on a page and finds again, such as the filters of a list.</summary>
public sealed class UserChoice : ITenantOwned
{
    public Guid Id { get; set; }
    public Guid OrganizationId { get; set; }
    public Guid UserId { get; set; }

    /// <summary>What was chosen, for example the list.</summary>
    public required string Place { get; set; }

    public required string Value { get; set; }
}

/// <summary>Table of choices.</summary>
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

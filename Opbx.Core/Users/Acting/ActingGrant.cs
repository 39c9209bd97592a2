using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Opbx.Core.Permissions;
using Opbx.Core.Persistence;

namespace Opbx.Core.Users.Acting;

/// <summary>That a platform admin works as an organization for a while. There is a row only while it holds; history keeps what
/// was.</summary>
public sealed class ActingGrant : ITenantOwned
{
    /// <summary>The greatest number of characters of a reason.</summary>
    public const int LongestReason = 200;

    /// <summary>Identity; random, because the browser that may use it proves that by knowing it.</summary>
    public Guid Id { get; set; }

    public Guid OrganizationId { get; set; }
    public required string Organization { get; set; }
    public Guid UserId { get; set; }

    /// <summary>The platform admin's e-mail address.</summary>
    public required string Person { get; set; }

    /// <summary>The platform admin's own organization.</summary>
    public Guid HomeId { get; set; }

    public required string Reason { get; set; }
    public DateTimeOffset Until { get; set; }

    public ActingFor Describe() => new(Id, Organization, Person, Reason, Until);
}

/// <summary>Table of present grants.</summary>
internal sealed class ActingGrantMapping : IEntityTypeConfiguration<ActingGrant>
{
    public void Configure(EntityTypeBuilder<ActingGrant> builder)
    {
        builder.ToTable("ActingGrants");
        builder.Property(g => g.Id).ValueGeneratedNever();
        builder.Property(g => g.Organization).HasMaxLength(100);
        builder.Property(g => g.Person).HasMaxLength(AccountRules.LongestEmail);
        builder.Property(g => g.Reason).HasMaxLength(ActingGrant.LongestReason);
        builder.HasIndex(g => g.UserId);
    }
}

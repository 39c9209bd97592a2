using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Opbx.Core.Permissions;
using Opbx.Core.Persistence;

namespace Opbx.Core.Users.Acting;

/// <summary>A platform admin working as an organization for a limited time. Rows exist only while valid; history has the past.</summary>
public sealed class ActingGrant : ITenantOwned
{
    /// <summary>In characters.</summary>
    public const int LongestReason = 200;

    /// <summary>Random, because knowing it authorizes the browser.</summary>
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

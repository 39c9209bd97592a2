using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Opbx.Core.Persistence;

namespace Opbx.Core.Notices;

/// <summary>A message of the portal to the people who run it, shown on every page until dismissed, and mailed.</summary>
public sealed class Notice : ITenantOwned
{
    public Guid Id { get; set; }
    public Guid OrganizationId { get; set; }

    /// <summary>Identifies the message, so that it is raised only once.</summary>
    public required string Key { get; set; }

    public required string Text { get; set; }

    /// <summary>The path of the page where something can be done about it.</summary>
    public required string Link { get; set; }

    public DateTimeOffset RaisedAt { get; set; }
    public DateTimeOffset? DismissedAt { get; set; }

    /// <summary>When its mail is tried next; null when there is nothing left to mail.</summary>
    public DateTimeOffset? NextMailAt { get; set; }

    public int MailTries { get; set; }
}

internal sealed class NoticeMapping : IEntityTypeConfiguration<Notice>
{
    public void Configure(EntityTypeBuilder<Notice> builder)
    {
        builder.ToTable("Notices");
        builder.Property(n => n.Key).HasMaxLength(200);
        builder.Property(n => n.Text).HasMaxLength(1_000);
        builder.Property(n => n.Link).HasMaxLength(500);
        builder.HasIndex(n => new { n.OrganizationId, n.Key }).IsUnique();
        builder.HasIndex(n => n.NextMailAt).HasFilter("\"NextMailAt\" IS NOT NULL");
    }
}

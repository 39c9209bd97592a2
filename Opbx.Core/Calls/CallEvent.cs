using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Opbx.Core.Persistence;

namespace Opbx.Core.Calls;

/// <summary>A message of the platform as received. Its id is made of PBX, source, token and discriminator, so repeats match.</summary>
public sealed class CallEvent : ITenantOwned
{
    public const int DiscriminatorLength = 120;

    public Guid Id { get; set; }
    public Guid OrganizationId { get; set; }
    public Guid PbxId { get; set; }
    public Guid CallId { get; set; }
    public CallEventSource Source { get; set; }

    /// <summary>The platform's event id (hashed when too long), otherwise the hash of the body.</summary>
    public required string Discriminator { get; set; }

    public DateTimeOffset ReceivedAt { get; set; }

    /// <summary>The body including unknown members; empty once its retention period is over.</summary>
    public required string Body { get; set; }
}

/// <summary>The endpoint that received the message.</summary>
public enum CallEventSource
{
    Session,
    Cdr,
    Recording,
}

internal sealed class CallEventMapping : IEntityTypeConfiguration<CallEvent>
{
    public void Configure(EntityTypeBuilder<CallEvent> builder)
    {
        builder.ToTable("CallEvents");
        builder.Property(e => e.Id).ValueGeneratedNever();
        builder.Property(e => e.Discriminator).HasMaxLength(CallEvent.DiscriminatorLength);
        builder.HasIndex(e => new { e.CallId, e.Source, e.Discriminator }).IsUnique();
        builder.HasIndex(e => e.ReceivedAt);
        builder.HasIndex(e => e.ReceivedAt, "IX_CallEvents_WithBody").HasFilter("\"Body\" <> ''");
    }
}

using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Opbx.Core.Persistence;

namespace Opbx.Core.Calls;

/// <summary>One message of the platform as it came. Its identity is made of PBX, source, token and discriminator, so that a repeat finds it
/// there.</summary>
public sealed class CallEvent : ITenantOwned
{
    public const int DiscriminatorLength = 120;

    /// <summary>Identity, made of the natural key.</summary>
    public Guid Id { get; set; }

    public Guid OrganizationId { get; set; }
    public Guid PbxId { get; set; }
    public Guid CallId { get; set; }
    public CallEventSource Source { get; set; }

    /// <summary>Tells messages of one call and source apart: the platform's event id (its hash when it is too long), else the body's
    /// hash.</summary>
    public required string Discriminator { get; set; }

    public DateTimeOffset ReceivedAt { get; set; }

    /// <summary>The body, unknown members included; empty when it has been kept long enough.</summary>
    public required string Body { get; set; }
}

/// <summary>The endpoint a message came to.</summary>
public enum CallEventSource
{
    Session,
    Cdr,
    Recording,
}

/// <summary>Table of messages.</summary>
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

using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Opbx.Core.Persistence;

namespace Opbx.Core.Calls.Recordings;

/// <summary>A message in a mailbox or a recorded conversation, with a copy of its call's data for lists.</summary>
public sealed class Recording : ITenantOwned
{
    /// <summary>Derived from the call and the recording's key within it: a recording reported twice is one row.</summary>
    public Guid Id { get; set; }

    public Guid OrganizationId { get; set; }
    public Guid PbxId { get; set; }
    public Guid CallId { get; set; }

    /// <summary>The session token of the call, shown as Call UUID.</summary>
    public required string Token { get; set; }

    public RecordingKind Kind { get; set; }

    /// <summary>The owner of the mailbox; null for a conversation.</summary>
    public string? Extension { get; set; }

    /// <summary>Extensions that took part in the call, each between bars.</summary>
    public string Extensions { get; set; } = "";

    public string From { get; set; } = "";
    public string To { get; set; } = "";

    /// <summary>Searched text: the digits of both numbers, and the caller's name in lower case.</summary>
    public string SearchText { get; set; } = "";

    public string? CallerName { get; set; }
    public string? AnsweredBy { get; set; }
    public DateTimeOffset RecordedAt { get; set; }

    /// <summary>Null when the platform did not say.</summary>
    public int? Seconds { get; set; }

    /// <summary>When the owner first listened to the message.</summary>
    public DateTimeOffset? HeardAt { get; set; }

    public required string SourceUrl { get; set; }
    public AudioState State { get; set; }

    /// <summary>Null while there is no audio.</summary>
    public AudioFormat? Format { get; set; }

    /// <summary>Size of the audio in bytes.</summary>
    public long Bytes { get; set; }

    /// <summary>Failed download attempts.</summary>
    public int Tries { get; set; }

    /// <summary>When the download is tried next; null when it is not.</summary>
    public DateTimeOffset? NextTryAt { get; set; }

    /// <summary>Why the last try failed, as a sentence.</summary>
    public string? Fault { get; set; }

    /// <summary>Null when the message is not mailed.</summary>
    public string? MailTo { get; set; }

    public int MailTries { get; set; }

    /// <summary>When mailing is tried next; null when it is done, given up, or not wanted.</summary>
    public DateTimeOffset? NextMailAt { get; set; }

    /// <summary>The row stays after deletion so that a late report does not bring the recording back.</summary>
    public DateTimeOffset? DeletedAt { get; set; }
}

internal sealed class RecordingMapping : IEntityTypeConfiguration<Recording>
{
    public void Configure(EntityTypeBuilder<Recording> builder)
    {
        builder.ToTable("Recordings");
        builder.Property(r => r.Id).ValueGeneratedNever();
        builder.Property(r => r.Token).HasMaxLength(CallTexts.TokenLength);
        builder.Property(r => r.Extension).HasMaxLength(20);
        builder.Property(r => r.From).HasMaxLength(CallTexts.NumberLength);
        builder.Property(r => r.To).HasMaxLength(CallTexts.NumberLength);
        builder.Property(r => r.SearchText).HasMaxLength((2 * CallTexts.DigitsLength) + CallTexts.NumberLength + 2);
        builder.Property(r => r.CallerName).HasMaxLength(CallTexts.NumberLength);
        builder.Property(r => r.AnsweredBy).HasMaxLength(CallTexts.NumberLength);
        builder.Property(r => r.SourceUrl).HasMaxLength(2000);
        builder.Property(r => r.Fault).HasMaxLength(200);
        builder.Property(r => r.MailTo).HasMaxLength(254);
        builder.HasIndex(r => r.CallId);
        builder.HasIndex(r => new { r.PbxId, r.Kind, r.RecordedAt });
        builder.HasIndex(r => r.NextTryAt);
        builder.HasIndex(r => r.NextMailAt);
        builder.HasIndex(r => r.RecordedAt);
        builder.HasIndex(r => new { r.State, r.Bytes });
    }
}

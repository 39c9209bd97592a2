using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Opbx.Core.Persistence;
using Opbx.Core.Routing;

namespace Opbx.Core.Calls;

/// <summary>One call of a PBX: what lists show, recalculated from <see cref="Facts"/> whenever a fact is added.</summary>
public sealed class Call : ITenantOwned
{
    /// <summary>Derived from PBX and token.</summary>
    public Guid Id { get; set; }

    public Guid OrganizationId { get; set; }
    public Guid PbxId { get; set; }

    /// <summary>The platform's session token, shown as Call UUID.</summary>
    public required string Token { get; set; }

    public CallDirection Direction { get; set; }
    public string From { get; set; } = "";
    public string To { get; set; } = "";
    public string FromDigits { get; set; } = "";
    public string ToDigits { get; set; } = "";

    /// <summary>The PBX's own phone number that was called, in E.164.</summary>
    public string? PhoneNumber { get; set; }

    public string? CallerName { get; set; }
    public string? CallerExtension { get; set; }

    /// <summary>An extension or an outside number.</summary>
    public string? AnsweredBy { get; set; }

    /// <summary>Extensions that called, rang or answered, each between bars: <c>|1001|1002|</c>.</summary>
    public string Extensions { get; set; } = "";

    /// <summary>Ring groups that rang, formatted like <see cref="Extensions"/>; a bar in a name is replaced by a slash.</summary>
    public string Groups { get; set; } = "";

    public CallState State { get; set; }

    /// <summary>Null while the outcome is unknown.</summary>
    public Disposition? Disposition { get; set; }

    public DateTimeOffset StartedAt { get; set; }

    /// <summary>Null when nobody answered.</summary>
    public DateTimeOffset? AnsweredAt { get; set; }

    public DateTimeOffset? EndedAt { get; set; }

    /// <summary>Seconds from the start.</summary>
    public int? Duration { get; set; }

    /// <summary>Seconds from the answer.</summary>
    public int? BillableSeconds { get; set; }

    /// <summary>Seconds until a person answered, or until the end if nobody did; null when there was nobody to wait for.</summary>
    public int? WaitSeconds { get; set; }

    public bool HasRecording { get; set; }

    /// <summary>The extension whose mailbox holds the caller's message.</summary>
    public string? VoicemailExtension { get; set; }

    /// <summary>Until when the platform may still report a message or more about a recording; null when nothing is pending.</summary>
    public DateTimeOffset? SettlesAt { get; set; }

    /// <summary>The stations reached, in order, as a JSON array.</summary>
    public string Path { get; set; } = "[]";

    /// <summary>Sort key in the log (<see cref="Log.CallSortKey"/>); later calls have higher values.</summary>
    public long SortKey { get; set; }

    /// <summary>Text searched by the log: digits, addresses, <see cref="Extensions"/> and <see cref="Groups"/>.</summary>
    public string SearchText { get; set; } = "";

    /// <summary>All known facts as JSON (<see cref="Calls.Facts.CallFactSheet"/>).</summary>
    public string Facts { get; set; } = "{}";

    /// <summary>Names of the events already sent to integrations, separated by spaces.</summary>
    public string Told { get; set; } = "";

    /// <summary>When the last message or request about the call arrived.</summary>
    public DateTimeOffset LastNewsAt { get; set; }

    /// <summary>Extensions ringing now, each between bars; not stored, calculated with the rest.</summary>
    public string RingingNow { get; set; } = "";

    /// <summary>The call that this phone joined; null for a call of its own. Not stored, calculated with the rest.</summary>
    public string? Joined { get; set; }

    /// <summary>Number of the last answered request; not stored, calculated with the rest.</summary>
    public int LastStage { get; set; }
}

internal sealed class CallMapping : IEntityTypeConfiguration<Call>
{
    public void Configure(EntityTypeBuilder<Call> builder)
    {
        builder.ToTable("Calls");
        builder.Property(c => c.Id).ValueGeneratedNever();
        builder.Property(c => c.Token).HasMaxLength(CallTexts.TokenLength);
        builder.Property(c => c.From).HasMaxLength(CallTexts.NumberLength);
        builder.Property(c => c.To).HasMaxLength(CallTexts.NumberLength);
        builder.Property(c => c.FromDigits).HasMaxLength(CallTexts.DigitsLength);
        builder.Property(c => c.ToDigits).HasMaxLength(CallTexts.DigitsLength);
        builder.Property(c => c.PhoneNumber).HasMaxLength(20);
        builder.Property(c => c.CallerName).HasMaxLength(CallTexts.NumberLength);
        builder.Property(c => c.CallerExtension).HasMaxLength(20);
        builder.Property(c => c.AnsweredBy).HasMaxLength(CallTexts.NumberLength);
        builder.Property(c => c.VoicemailExtension).HasMaxLength(20);
        builder.Ignore(c => c.RingingNow).Ignore(c => c.LastStage).Ignore(c => c.Joined);
        builder.HasIndex(c => new { c.PbxId, c.Token }).IsUnique();
        builder.HasIndex(c => c.SortKey);
        builder.HasIndex(c => new { c.PbxId, c.SortKey });
        builder.HasIndex(c => new { c.PbxId, c.Direction, c.SortKey });
        builder.HasIndex(c => new { c.PbxId, c.Disposition, c.SortKey });
        builder.HasIndex(c => new { c.EndedAt, c.LastNewsAt });
        builder.HasIndex(c => c.SettlesAt);
    }
}

using System.ComponentModel.DataAnnotations;
using Opbx.Core.Document.OutboundRules;
using Opbx.Core.Document.Prompts;
using Opbx.Core.Numbering;

namespace Opbx.Core.Document.Extensions;

/// <summary>A person's phone. Only these have SIP credentials, are synchronized to Cloudonix and can dial out.</summary>
public sealed record UserExtension : Extension
{
    [StringLength(254), EmailAddress(ErrorMessage = "This is no e-mail address.")]
    public string? Email { get; init; }

    /// <summary>Write-only: stored encrypted, exported as null unless an Owner asks for secrets.</summary>
    [StringLength(100, MinimumLength = 12), Secret]
    public string? SipPassword { get; init; }

    /// <summary>In seconds; the PBX's when absent.</summary>
    [Range(5, 120)]
    public int? RingTimeout { get; init; }

    public VoicemailSettings Voicemail { get; init; } = new();

    /// <summary>Treats the phone as busy.</summary>
    public bool DoNotDisturb { get; init; }

    /// <summary>The number presented on outside calls: one of the PBX's active numbers.</summary>
    [RegularExpression(E164.Pattern, ErrorMessage = E164.Rule)]
    public string? OutboundNumber { get; init; }

    /// <summary>The types of outside calls this person can make.</summary>
    [MaxLength(7)]
    public IReadOnlyList<CallType> EnabledCalls { get; init; } = [];

    public RecordCalls Record { get; init; } = RecordCalls.None;
    public Forwarding Forwarding { get; init; } = new();
}

public sealed record VoicemailSettings
{
    public bool Enabled { get; init; }

    /// <summary>Where messages are mailed to.</summary>
    [StringLength(254), EmailAddress(ErrorMessage = "This is no e-mail address.")]
    public string? Email { get; init; }

    /// <summary>A generated sentence when absent.</summary>
    public PromptValue? Greeting { get; init; }
}

/// <summary>Where calls go that the phone does not answer.</summary>
public sealed record Forwarding
{
    /// <summary>Every call, without ringing.</summary>
    public Destination? Always { get; init; }

    /// <summary>The phone is busy or on do not disturb.</summary>
    public Destination? Busy { get; init; }

    /// <summary>Nobody answers within the ring time.</summary>
    public Destination? NoAnswer { get; init; }

    /// <summary>The phone is not registered.</summary>
    public Destination? Unreachable { get; init; }
}

public enum RecordCalls
{
    None,
    Inbound,
    Outbound,
    All,
}

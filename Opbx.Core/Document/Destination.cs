using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using Opbx.Core.Document.Prompts;
using Opbx.Core.Numbering;

namespace Opbx.Core.Document;

/// <summary>Where a call goes next: a closed union, usable wherever a destination is expected.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(ExtensionDestination), "extension")]
[JsonDerivedType(typeof(RingGroupDestination), "ringGroup")]
[JsonDerivedType(typeof(IvrDestination), "ivr")]
[JsonDerivedType(typeof(BusinessHoursDestination), "businessHours")]
[JsonDerivedType(typeof(ConferenceDestination), "conference")]
[JsonDerivedType(typeof(VoicemailDestination), "voicemail")]
[JsonDerivedType(typeof(ExternalDestination), "external")]
[JsonDerivedType(typeof(AnnouncementDestination), "announcement")]
[JsonDerivedType(typeof(AiAssistantDestination), "aiAssistant")]
[JsonDerivedType(typeof(CustomLogicDestination), "customLogic")]
[JsonDerivedType(typeof(HangupDestination), "hangup")]
[JsonDerivedType(typeof(RejectDestination), "reject")]
public abstract record Destination;

/// <summary>An extension of any type.</summary>
public sealed record ExtensionDestination : Destination
{
    [Required, StringLength(6, MinimumLength = 1)]
    public string Number { get; init; } = "";
}

public sealed record RingGroupDestination : Destination
{
    [Required, StringLength(100, MinimumLength = 1)]
    public string Name { get; init; } = "";
}

public sealed record IvrDestination : Destination
{
    [Required, StringLength(100, MinimumLength = 1)]
    public string Name { get; init; } = "";
}

/// <summary>Business hours, which lead on to one of their own destinations.</summary>
public sealed record BusinessHoursDestination : Destination
{
    [Required, StringLength(100, MinimumLength = 1)]
    public string Name { get; init; } = "";
}

public sealed record ConferenceDestination : Destination
{
    [Required, StringLength(100, MinimumLength = 1)]
    public string Name { get; init; } = "";
}

/// <summary>The voicemail of a user extension.</summary>
public sealed record VoicemailDestination : Destination
{
    [Required, StringLength(6, MinimumLength = 1)]
    public string Extension { get; init; } = "";
}

/// <summary>A number or SIP address outside this PBX; exactly one of the two.</summary>
public sealed record ExternalDestination : Destination
{
    /// <summary>E.164; dialled through the outbound rules.</summary>
    [RegularExpression(E164.Pattern, ErrorMessage = E164.Rule)]
    public string? Number { get; init; }

    /// <summary>A SIP URI, for example <c>sip:desk@pbx.example</c>.</summary>
    [StringLength(200),
        RegularExpression(@"^sips?:[^@\s<>""]+@[^@\s<>""]+$", ErrorMessage = "A SIP address looks like sip:desk@pbx.example.")]
    public string? Sip { get; init; }
}

/// <summary>Plays a prompt, then continues with another destination.</summary>
public sealed record AnnouncementDestination : Destination
{
    [Required]
    public PromptValue Prompt { get; init; } = new();

    /// <summary>Hangs up when absent.</summary>
    public Destination? Then { get; init; }
}

public sealed record AiAssistantDestination : Destination
{
    /// <summary>The number of an extension of type <c>aiAssistant</c>.</summary>
    [Required, StringLength(6, MinimumLength = 1)]
    public string Extension { get; init; } = "";
}

/// <summary>The customer's own program, which answers with CXML.</summary>
public sealed record CustomLogicDestination : Destination
{
    [Required, StringLength(2000),
        RegularExpression(@"^https://[^\s/]+(/\S*)?$", ErrorMessage = "The address of custom logic begins with https://.")]
    public string Url { get; init; } = "";
}

public sealed record HangupDestination : Destination
{
    /// <summary>Spoken before hanging up.</summary>
    [StringLength(1000)]
    public string? Say { get; init; }
}

/// <summary>The call is refused without being answered.</summary>
public sealed record RejectDestination : Destination
{
    public RejectReason Reason { get; init; } = RejectReason.Rejected;
}

/// <summary>What the caller's phone is told when a call is refused.</summary>
public enum RejectReason
{
    Busy,
    Rejected,
}

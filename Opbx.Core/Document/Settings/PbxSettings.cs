using System.ComponentModel.DataAnnotations;
using Opbx.Core.Numbering;

namespace Opbx.Core.Document.Settings;

/// <summary>Settings of one PBX (the member <c>pbx</c> of its document).</summary>
public sealed record PbxSettings
{
    /// <summary>The system name, unique within the organization.</summary>
    [Required, StringLength(100, MinimumLength = 2)]
    public string Name { get; init; } = "";

    /// <summary>Shown to people; empty means the system name.</summary>
    [StringLength(100)]
    public string FriendlyName { get; init; } = "";

    /// <summary>IANA time zone, for example <c>America/New_York</c>.</summary>
    [StringLength(64, MinimumLength = 1)]
    public string TimeZone { get; init; } = "UTC";

    /// <summary>ISO 3166 two-letter code of the country whose national number format people dial.</summary>
    [RegularExpression("^[A-Z]{2}$", ErrorMessage = "A country is two capital letters, for example US.")]
    public string Country { get; init; } = "US";

    /// <summary>BCP 47 language of spoken texts.</summary>
    [RegularExpression("^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$", ErrorMessage = "A language looks like en-US.")]
    public string Language { get; init; } = "en-US";

    /// <summary>Voice of spoken texts: <c>man</c>, <c>woman</c> or a provider's voice.</summary>
    [StringLength(100, MinimumLength = 1)]
    public string Voice { get; init; } = "woman";

    /// <summary>How long an extension rings by default, in seconds.</summary>
    [Range(5, 120)]
    public int RingTimeout { get; init; } = 30;

    /// <summary>The number presented when neither extension nor rule has one.</summary>
    [RegularExpression(E164.Pattern, ErrorMessage = E164.Rule)]
    public string? DefaultCallerId { get; init; }

    public RecordingFormat RecordingFormat { get; init; } = RecordingFormat.Mp3;

    /// <summary>Whether this PBX's integrations fire.</summary>
    public bool ApplicationsEnabled { get; init; }

    public FeatureCodes FeatureCodes { get; init; } = new();
}

public enum RecordingFormat
{
    Mp3,
    Wav,
}

/// <summary>The codes people dial for features.</summary>
public sealed record FeatureCodes
{
    /// <summary>Dialled before an extension number: picks up the call that rings there.</summary>
    [RegularExpression(CodePattern, ErrorMessage = CodeRule)]
    public string Pickup { get; init; } = "**";

    [RegularExpression(CodePattern, ErrorMessage = CodeRule)]
    public string Voicemail { get; init; } = "*97";

    /// <summary>Switches all schedules to closed or open.</summary>
    [RegularExpression(CodePattern, ErrorMessage = CodeRule)]
    public string DayNight { get; init; } = "*28";

    private const string CodePattern = @"^[*#][0-9*#]{1,5}$";
    private const string CodeRule = "A feature code begins with * or # and has 2 to 6 keys.";
}

using System.ComponentModel.DataAnnotations;

namespace Opbx.Core.Document.ConferenceRooms;

/// <summary>A room where several callers talk with each other.</summary>
public sealed record ConferenceRoom : NamedObject
{
    /// <summary>Digits callers must enter; anyone enters when absent.</summary>
    [RegularExpression("^[0-9]{1,20}$", ErrorMessage = "A PIN has 1 to 20 digits.")]
    public string? Pin { get; init; }

    /// <summary>Digits that make a caller the host.</summary>
    [RegularExpression("^[0-9]{1,20}$", ErrorMessage = "A PIN has 1 to 20 digits.")]
    public string? HostPin { get; init; }

    /// <summary>How many callers fit in.</summary>
    [Range(2, 250)]
    public int MaxParticipants { get; init; } = 50;

    /// <summary>Whether callers start muted.</summary>
    public bool MuteOnEntry { get; init; }

    /// <summary>Whether coming and going beeps.</summary>
    public bool Beep { get; init; } = true;

    public bool WaitForHost { get; init; }

    /// <summary>Whether a caller who waits alone hears music.</summary>
    public bool HoldMusic { get; init; } = true;

    public bool Record { get; init; }
}

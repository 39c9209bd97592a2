using System.ComponentModel.DataAnnotations;

namespace Opbx.Core.Document.ConferenceRooms;

public sealed record ConferenceRoom : NamedObject
{
    /// <summary>Digits callers must enter; no PIN is asked when absent.</summary>
    [RegularExpression("^[0-9]{1,20}$", ErrorMessage = "A PIN has 1 to 20 digits.")]
    public string? Pin { get; init; }

    /// <summary>Digits that make a caller the host.</summary>
    [RegularExpression("^[0-9]{1,20}$", ErrorMessage = "A PIN has 1 to 20 digits.")]
    public string? HostPin { get; init; }

    [Range(2, 250)]
    public int MaxParticipants { get; init; } = 50;

    public bool MuteOnEntry { get; init; }

    /// <summary>Whether a beep announces people who join and leave.</summary>
    public bool Beep { get; init; } = true;

    public bool WaitForHost { get; init; }

    /// <summary>Whether a caller who waits alone hears music.</summary>
    public bool HoldMusic { get; init; } = true;

    public bool Record { get; init; }
}

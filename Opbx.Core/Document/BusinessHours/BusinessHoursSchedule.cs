using System.ComponentModel.DataAnnotations;
using Opbx.Core.Document.Prompts;

namespace Opbx.Core.Document.BusinessHours;

public sealed record BusinessHoursSchedule : NamedObject
{
    /// <summary>IANA time zone; the PBX's when absent.</summary>
    [StringLength(64)]
    public string? TimeZone { get; init; }

    public WeekHours Week { get; init; } = new();

    [MaxLength(500)]
    public IReadOnlyList<HoursException> Exceptions { get; init; } = [];

    [Required]
    public Destination Open { get; init; } = new HangupDestination();

    [Required]
    public Destination Closed { get; init; } = new HangupDestination();

    public HoursOverride? Override { get; init; }
}

/// <summary>Ranges like <c>09:00-12:30</c> for every weekday; a range that ends before it starts continues past midnight.</summary>
public sealed record WeekHours
{
    [MaxLength(20)] public IReadOnlyList<string> Mon { get; init; } = [];
    [MaxLength(20)] public IReadOnlyList<string> Tue { get; init; } = [];
    [MaxLength(20)] public IReadOnlyList<string> Wed { get; init; } = [];
    [MaxLength(20)] public IReadOnlyList<string> Thu { get; init; } = [];
    [MaxLength(20)] public IReadOnlyList<string> Fri { get; init; } = [];
    [MaxLength(20)] public IReadOnlyList<string> Sat { get; init; } = [];
    [MaxLength(20)] public IReadOnlyList<string> Sun { get; init; } = [];
}

/// <summary>A day that differs from the week: closed, special hours, or closed for part of the day.</summary>
public sealed record HoursException
{
    [Required, StringLength(100, MinimumLength = 1)]
    public string Name { get; init; } = "";

    /// <summary>A single day, <c>YYYY-MM-DD</c>; exactly one of this and <see cref="Yearly"/>.</summary>
    public string? Date { get; init; }

    /// <summary>A day of every year, <c>MM-DD</c>.</summary>
    public string? Yearly { get; init; }

    public bool? Closed { get; init; }

    /// <summary>Replaces the week's ranges on that day; empty means closed.</summary>
    [MaxLength(20)]
    public IReadOnlyList<string>? Hours { get; init; }

    /// <summary><c>HH:MM</c>.</summary>
    public string? ClosedFrom { get; init; }

    /// <summary><c>HH:MM</c>.</summary>
    public string? ClosedTo { get; init; }

    /// <summary>Where calls go while this exception applies; the schedule's closed destination when absent.</summary>
    public Destination? Destination { get; init; }

    /// <summary>Played before the destination.</summary>
    public PromptValue? Prompt { get; init; }
}

/// <summary>Manually open or closed, until an instant or until removed.</summary>
public sealed record HoursOverride
{
    [Required]
    public HoursState State { get; init; }

    /// <summary>When it ends automatically (exclusive); never when absent.</summary>
    public DateTimeOffset? Until { get; init; }

    /// <summary>Where calls go in the meantime; the schedule's destination for that state when absent.</summary>
    public Destination? Destination { get; init; }
}

public enum HoursState
{
    Open,
    Closed,
}

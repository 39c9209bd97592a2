using System.ComponentModel.DataAnnotations;
using Opbx.Core.Document.Prompts;
using Opbx.Core.Numbering;

namespace Opbx.Core.Document.RingGroups;

/// <summary>Several phones that are rung for one call.</summary>
public sealed record RingGroup : NamedObject
{
    /// <summary>In which order members ring.</summary>
    public RingStrategy Strategy { get; init; } = RingStrategy.Simultaneous;

    /// <summary>How long one attempt rings, in seconds.</summary>
    [Range(5, 300)]
    public int RingTimeout { get; init; } = 20;

    /// <summary>How many full passes are made before the fallback.</summary>
    [Range(1, 9)]
    public int Turns { get; init; } = 1;

    [Required, Length(1, 50, ErrorMessage = "A ring group has 1 to 50 members.")]
    public IReadOnlyList<RingGroupMember> Members { get; init; } = [];

    /// <summary>Whether members that are on a call are passed by.</summary>
    public bool SkipBusy { get; init; } = true;

    /// <summary>Put in front of the caller's name on the phones.</summary>
    [StringLength(50)]
    public string? CallerNamePrefix { get; init; }

    /// <summary>Played before ringing.</summary>
    public PromptValue? Announcement { get; init; }

    /// <summary>Where the call goes when nobody answers.</summary>
    [Required]
    public Destination Fallback { get; init; } = new HangupDestination();
}

/// <summary>One member of a ring group: a user extension or an outside number; exactly one of the two.</summary>
public sealed record RingGroupMember
{
    [StringLength(6, MinimumLength = 1)]
    public string? Extension { get; init; }

    /// <summary>An outside number in E.164, dialled through the outbound rules.</summary>
    [RegularExpression(E164.Pattern, ErrorMessage = E164.Rule)]
    public string? External { get; init; }

    /// <summary>The place in the group's order; lower rings first.</summary>
    [Range(0, 10_000)]
    public int Order { get; init; }

    /// <summary>Seconds after the start of the attempt at which this member joins in.</summary>
    [Range(0, 300)]
    public int Delay { get; init; }

    /// <summary>How long this member rings, in seconds; the group's when absent.</summary>
    [Range(5, 300)]
    public int? RingTimeout { get; init; }
}

/// <summary>In which order a ring group's members ring.</summary>
public enum RingStrategy
{
    Simultaneous,

    /// <summary>One after another in their order.</summary>
    Sequential,

    /// <summary>One after another, each call starting one member later.</summary>
    RoundRobin,

    /// <summary>One after another in random order.</summary>
    Random,

    /// <summary>One after another, whoever answered longest ago first.</summary>
    LeastRecent,
}

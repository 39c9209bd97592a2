using System.ComponentModel.DataAnnotations;
using Opbx.Core.Document.Prompts;
using Opbx.Core.Numbering;

namespace Opbx.Core.Document.RingGroups;

/// <summary>Several phones that ring for one call.</summary>
public sealed record RingGroup : NamedObject
{
    public RingStrategy Strategy { get; init; } = RingStrategy.Simultaneous;

    /// <summary>How long one attempt rings, in seconds.</summary>
    [Range(5, 300)]
    public int RingTimeout { get; init; } = 20;

    /// <summary>How many full passes are made before the fallback.</summary>
    [Range(1, 9)]
    public int Turns { get; init; } = 1;

    [Required, Length(1, 50, ErrorMessage = "A ring group has 1 to 50 members.")]
    public IReadOnlyList<RingGroupMember> Members { get; init; } = [];

    /// <summary>Whether members that are on a call are skipped.</summary>
    public bool SkipBusy { get; init; } = true;

    /// <summary>Prepended to the caller's name on the phones.</summary>
    [StringLength(50)]
    public string? CallerNamePrefix { get; init; }

    /// <summary>Played before ringing.</summary>
    public PromptValue? Announcement { get; init; }

    /// <summary>Where the call goes when nobody answers.</summary>
    [Required]
    public Destination Fallback { get; init; } = new HangupDestination();
}

/// <summary>A user extension or an outside number; exactly one of the two.</summary>
public sealed record RingGroupMember
{
    [StringLength(6, MinimumLength = 1)]
    public string? Extension { get; init; }

    /// <summary>An outside number in E.164, dialled through the outbound rules.</summary>
    [RegularExpression(E164.Pattern, ErrorMessage = E164.Rule)]
    public string? External { get; init; }

    /// <summary>Lower rings first.</summary>
    [Range(0, 10_000)]
    public int Order { get; init; }

    /// <summary>Seconds after the start of the attempt at which this member starts to ring.</summary>
    [Range(0, 300)]
    public int Delay { get; init; }

    /// <summary>In seconds; the group's when absent.</summary>
    [Range(5, 300)]
    public int? RingTimeout { get; init; }
}

/// <summary>The order in which a ring group's members ring.</summary>
public enum RingStrategy
{
    Simultaneous,
    /// <summary>One after another, by <see cref="RingGroupMember.Order"/>.</summary>
    Sequential,
    /// <summary>One after another; each call starts one member later.</summary>
    RoundRobin,
    /// <summary>One after another in random order.</summary>
    Random,
    /// <summary>One after another, starting with the member who has not answered for the longest time.</summary>
    LeastRecent,
}

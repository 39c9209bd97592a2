using System.ComponentModel.DataAnnotations;

namespace Opbx.Core.Integrations.Delivery;

/// <summary>Which events are told again: <c>after &lt;= time of the event &lt; before</c>.</summary>
public sealed record ReplayRange
{
    /// <summary>The first instant.</summary>
    [Required]
    public DateTimeOffset After { get; init; }

    /// <summary>The instant behind the last.</summary>
    [Required]
    public DateTimeOffset Before { get; init; }

    /// <summary>Whether only events are told that never arrived and do not wait: those that failed, were cancelled, or happened while the
    /// integration was switched off.</summary>
    public bool OnlyMissed { get; init; }
}

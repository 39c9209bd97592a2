using System.ComponentModel.DataAnnotations;

namespace Opbx.Core.Integrations.Delivery;

/// <summary>Events to resend: <c>after &lt;= time of the event &lt; before</c>.</summary>
public sealed record ReplayRange
{
    /// <summary>Inclusive.</summary>
    [Required]
    public DateTimeOffset After { get; init; }

    /// <summary>Exclusive.</summary>
    [Required]
    public DateTimeOffset Before { get; init; }

    /// <summary>Only events that never arrived and are not waiting: failed, cancelled, or happened while the integration was
    /// switched off.</summary>
    public bool OnlyMissed { get; init; }
}

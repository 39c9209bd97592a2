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
}

/// <summary>A replay that was begun.</summary>
/// <param name="Id">Names it.</param>
/// <param name="Deliveries">How many events are told again.</param>
public sealed record Replay(string Id, int Deliveries);

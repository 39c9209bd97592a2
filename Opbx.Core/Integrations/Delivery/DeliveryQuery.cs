using Opbx.Core.Document.Integrations;

namespace Opbx.Core.Integrations.Delivery;

/// <summary>Which deliveries of an integration are wanted. Empty members do not restrict.</summary>
public sealed record DeliveryQuery
{
    public DeliveryState? State { get; init; }
    public Trigger? Trigger { get; init; }

    /// <summary>How the last attempt went.</summary>
    public Outcome? Outcome { get; init; }

    /// <summary>Made at this time or later.</summary>
    public DateTimeOffset? After { get; init; }

    /// <summary>Made before this time.</summary>
    public DateTimeOffset? Before { get; init; }

    /// <summary>A part of the id of delivery, event or call.</summary>
    public string? Search { get; init; }

    /// <summary>The last id of the part before.</summary>
    public string? Cursor { get; init; }

    /// <summary>How many at most.</summary>
    public int Limit { get; init; } = 50;
}

using Opbx.Core.Document.Integrations;

namespace Opbx.Core.Integrations.Delivery;

/// <summary>Selects deliveries of an integration. Null members do not restrict.</summary>
public sealed record DeliveryQuery
{
    public DeliveryState? State { get; init; }
    public Trigger? Trigger { get; init; }

    /// <summary>Of the last attempt.</summary>
    public Outcome? Outcome { get; init; }

    /// <summary>Created at this time or later.</summary>
    public DateTimeOffset? After { get; init; }

    /// <summary>Created before this time.</summary>
    public DateTimeOffset? Before { get; init; }

    /// <summary>Part of the id of the delivery, event or call.</summary>
    public string? Search { get; init; }

    /// <summary>The last id of the previous page.</summary>
    public string? Cursor { get; init; }

    public int Limit { get; init; } = 50;
}

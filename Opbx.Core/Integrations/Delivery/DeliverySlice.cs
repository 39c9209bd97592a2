namespace Opbx.Core.Integrations.Delivery;

/// <summary>A part of the delivery log, newest first.</summary>
/// <param name="NextCursor">Where the next part begins; null at the end.</param>
public sealed record DeliverySlice(IReadOnlyList<DeliveryView> Items, string? NextCursor);

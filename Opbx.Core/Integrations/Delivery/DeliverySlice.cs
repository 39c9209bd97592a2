namespace Opbx.Core.Integrations.Delivery;

/// <summary>A page of the delivery log, newest first.</summary>
/// <param name="NextCursor">Null on the last page.</param>
public sealed record DeliverySlice(IReadOnlyList<DeliveryView> Items, string? NextCursor);

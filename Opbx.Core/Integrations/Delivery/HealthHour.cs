namespace Opbx.Core.Integrations.Delivery;

/// <summary>Deliveries of an integration created in one hour.</summary>
/// <param name="Delivered">Accepted by the receiver.</param>
/// <param name="Failed">Given up.</param>
public sealed record HealthHour(DateTimeOffset Start, int Delivered, int Failed, int Pending);

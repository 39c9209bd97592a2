namespace Opbx.Core.Integrations.Delivery;

/// <summary>Deliveries of an integration created in one hour.</summary>
public sealed record HealthHour(DateTimeOffset Start, int Delivered, int Failed, int Pending);

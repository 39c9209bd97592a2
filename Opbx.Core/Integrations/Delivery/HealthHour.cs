namespace Opbx.Core.Integrations.Delivery;

/// <summary>One hour of an integration.</summary>
/// <param name="Delivered">Deliveries made in it that were taken.</param>
/// <param name="Failed">Those that were given up.</param>
public sealed record HealthHour(DateTimeOffset Start, int Delivered, int Failed, int Pending);

namespace Opbx.Core.Integrations.Delivery;

/// <summary>Deliveries of an integration in the last 24 hours.</summary>
/// <param name="LastAt">When the last one was created, however long ago.</param>
public sealed record IntegrationHealth(int Delivered, int Failed, int Pending, DateTimeOffset LastAt);

namespace Opbx.Core.Integrations.Delivery;

/// <summary>How an integration is: its deliveries of the last 24 hours.</summary>
/// <param name="Delivered">How many were taken.</param>
/// <param name="Failed">How many were given up.</param>
/// <param name="LastAt">When the last one was made, however long ago.</param>
public sealed record IntegrationHealth(int Delivered, int Failed, int Pending, DateTimeOffset LastAt);

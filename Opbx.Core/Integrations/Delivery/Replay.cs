namespace Opbx.Core.Integrations.Delivery;

/// <summary>A replay that was started.</summary>
/// <param name="Id">Null when the events were only counted.</param>
/// <param name="Deliveries">Number of events to resend.</param>
public sealed record Replay(string? Id, int Deliveries);

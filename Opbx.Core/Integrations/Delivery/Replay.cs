namespace Opbx.Core.Integrations.Delivery;

/// <summary>A replay that was begun.</summary>
/// <param name="Id">Names it; null when it was only counted.</param>
/// <param name="Deliveries">How many events are told again.</param>
public sealed record Replay(string? Id, int Deliveries);

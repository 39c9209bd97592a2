using Opbx.Core.Document.Integrations;

namespace Opbx.Core.Integrations.Delivery;

/// <summary>A delivery to one integration about a call.</summary>
/// <param name="Name">The integration; null when it was deleted.</param>
public sealed record CallDelivery(string Id, string? Name, bool OfAccount, Trigger Trigger, DeliveryState State, DateTimeOffset CreatedAt);

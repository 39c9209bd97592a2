namespace Opbx.Core.Integrations.Outbox;

/// <summary>Wakes the delivery worker.</summary>
internal sealed class DeliverySignal : WakeUp;

namespace Opbx.Core.Integrations.Outbox;

internal sealed class DeliverySignal : WakeUp;

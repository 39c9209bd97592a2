namespace Opbx.Core.Integrations.Delivery;

public enum ReceiverVerdict
{
    Fine,
    Warn,
    SwitchOff,
}

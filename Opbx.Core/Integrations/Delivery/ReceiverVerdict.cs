namespace Opbx.Core.Integrations.Delivery;

public enum ReceiverVerdict
{
    Fine,
    /// <summary>Notify people.</summary>
    Warn,
    SwitchOff,
}

namespace Opbx.Core.Integrations.Delivery;

/// <summary>What follows from a receiver's failures.</summary>
public enum ReceiverVerdict
{
    Fine,

    /// <summary>People should be told.</summary>
    Warn,

    SwitchOff,
}

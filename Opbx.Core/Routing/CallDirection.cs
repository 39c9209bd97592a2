namespace Opbx.Core.Routing;

/// <summary>Direction of a call, as the call log shows it.</summary>
public enum CallDirection
{
    Inbound,

    /// <summary>From one of our phones to an outside number.</summary>
    Outbound,

    Internal,
}

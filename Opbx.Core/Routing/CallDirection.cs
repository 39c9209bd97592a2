namespace Opbx.Core.Routing;

public enum CallDirection
{
    Inbound,
    Outbound,
    Internal,
}

namespace Opbx.Portal.Sandbox.Calls;

internal enum SandboxDirection
{
    /// <summary>From the outside, over a trunk.</summary>
    Inbound,
    Subscriber,
    /// <summary>Made by the portal through the REST API.</summary>
    OutboundApi,
}

/// <summary>The platform's three vocabularies for it.</summary>
internal static class SandboxDirections
{
    public static string InRequest(this SandboxDirection direction) => direction switch {
        SandboxDirection.Inbound => "inbound",
        SandboxDirection.Subscriber => "subscriber",
        SandboxDirection.OutboundApi => "outbound-api",
    };

    public static string InSession(this SandboxDirection direction) => direction switch {
        SandboxDirection.Inbound => "incoming",
        SandboxDirection.Subscriber => "outgoing",
        SandboxDirection.OutboundApi => "application",
    };
}

namespace Opbx.Core.Routing;

/// <summary>What one request of the platform says about a call. Texts are as received and not validated.</summary>
public sealed record CallFacts
{
    /// <summary>The session token; used as the Call UUID.</summary>
    public string Token { get; init; } = "";

    public string From { get; init; } = "";
    public string To { get; init; } = "";
    public CallOrigin Origin { get; init; }

    /// <summary>The caller's display name; null when unknown.</summary>
    public string? CallerName { get; init; }

    /// <summary>How the last dial ended (docs/cloudonix.md).</summary>
    public string? CallStatus { get; init; }

    public string? Digits { get; init; }
    public string? RecordingUrl { get; init; }

    /// <summary>In seconds.</summary>
    public int? RecordingDuration { get; init; }
}

public enum CallOrigin
{
    /// <summary>From a trunk; also any origin we do not recognize.</summary>
    Outside,
    /// <summary>From one of our phones, or started by us.</summary>
    Phone,
}

namespace Opbx.Core.Routing;

/// <summary>What one request of the platform says about a call. Texts are as received; nothing is validated away.</summary>
public sealed record CallFacts
{
    /// <summary>The session token: our Call UUID.</summary>
    public string Token { get; init; } = "";

    public string From { get; init; } = "";
    public string To { get; init; } = "";

    /// <summary>Whether the call comes from outside or from one of our phones.</summary>
    public CallOrigin Origin { get; init; }

    /// <summary>The caller's display name, when known.</summary>
    public string? CallerName { get; init; }

    /// <summary>How the last dial ended (contract 3.1).</summary>
    public string? CallStatus { get; init; }

    public string? Digits { get; init; }
    public string? RecordingUrl { get; init; }

    /// <summary>Its length in seconds.</summary>
    public int? RecordingDuration { get; init; }
}

/// <summary>Where a call comes from.</summary>
public enum CallOrigin
{
    /// <summary>From a trunk; also everything the platform names in a way we do not know.</summary>
    Outside,

    /// <summary>From one of our phones, or started by us.</summary>
    Phone,
}

namespace Opbx.Core.Shared;

/// <summary>The reason of an expected failure.</summary>
public enum FailureKind
{
    /// <summary>It does not exist, or not for this person.</summary>
    NotFound,
    /// <summary>It is used elsewhere, exists already, or contradicts something.</summary>
    Conflict,
    /// <summary>Somebody else changed it in the meantime.</summary>
    Stale,
    /// <summary>The input breaks rules; see the errors.</summary>
    Invalid,
    Forbidden,
    /// <summary>A service we depend on answered with an error.</summary>
    Upstream,
    /// <summary>A service we depend on did not answer in time.</summary>
    UpstreamTimeout,
}

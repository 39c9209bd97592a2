namespace Opbx.Core.Shared;

/// <summary>Why something expected did not happen.</summary>
public enum FailureKind
{
    /// <summary>It does not exist, or not for this person.</summary>
    NotFound,

    /// <summary>It is used elsewhere, exists already, or contradicts something.</summary>
    Conflict,

    /// <summary>Somebody else changed it meanwhile.</summary>
    Stale,

    /// <summary>The input breaks rules; see the errors.</summary>
    Invalid,

    /// <summary>The person may not do this.</summary>
    Forbidden,

    /// <summary>A service we depend on answered with an error.</summary>
    Upstream,

    /// <summary>A service we depend on did not answer in time.</summary>
    UpstreamTimeout,
}

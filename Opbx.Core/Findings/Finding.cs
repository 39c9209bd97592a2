namespace Opbx.Core.Findings;

/// <summary>A problem of the configuration that callers would meet although every rule of the document is kept.</summary>
/// <param name="Path">Where, as JSON pointer into the document.</param>
public sealed record Finding(string Code, FindingSeverity Severity, string Path, string Message);

/// <summary>How bad a finding is for callers.</summary>
public enum FindingSeverity
{
    Error,

    /// <summary>Callers may not reach whom they should.</summary>
    Warning,

    Info,
}

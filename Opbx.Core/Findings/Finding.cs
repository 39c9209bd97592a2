namespace Opbx.Core.Findings;

/// <summary>A problem of the configuration that callers would meet although every rule of the document is kept.</summary>
/// <param name="Code">The stable code.</param>
/// <param name="Severity">How bad it is for callers.</param>
/// <param name="Path">Where, as JSON pointer into the document.</param>
/// <param name="Message">What it means for callers and what to do.</param>
public sealed record Finding(string Code, FindingSeverity Severity, string Path, string Message);

/// <summary>How bad a finding is for callers.</summary>
public enum FindingSeverity
{
    /// <summary>Callers are lost.</summary>
    Error,

    /// <summary>Callers may not reach whom they should.</summary>
    Warning,

    /// <summary>Worth knowing.</summary>
    Info,
}

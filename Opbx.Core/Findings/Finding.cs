namespace Opbx.Core.Findings;

/// <summary>A problem that callers would notice although the document breaks no rule.</summary>
/// <param name="Path">JSON pointer into the document.</param>
public sealed record Finding(string Code, FindingSeverity Severity, string Path, string Message);

public enum FindingSeverity
{
    Error,
    /// <summary>Callers may not reach the right person.</summary>
    Warning,
    Info,
}

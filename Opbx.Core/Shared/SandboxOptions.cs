namespace Opbx.Core.Shared;

/// <summary>The built-in stand-in for Cloudonix (section <c>Sandbox</c>).</summary>
public sealed class SandboxOptions
{
    public const string Section = "Sandbox";

    /// <summary>Null means in Development only.</summary>
    public bool? Enabled { get; set; }
}

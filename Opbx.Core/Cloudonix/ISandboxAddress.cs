namespace Opbx.Core.Cloudonix;

/// <summary>Where this portal reaches its own built-in stand-in for Cloudonix.</summary>
public interface ISandboxAddress
{
    /// <summary>The base URL of the stand-in's REST API, without a slash at the end.</summary>
    string ApiUrl { get; }
}

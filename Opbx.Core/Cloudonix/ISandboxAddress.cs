namespace Opbx.Core.Cloudonix;

/// <summary>Where this portal reaches its own built-in sandbox of Cloudonix.</summary>
public interface ISandboxAddress
{
    /// <summary>The base URL of the sandbox's REST API, without a trailing slash.</summary>
    string ApiUrl { get; }
}

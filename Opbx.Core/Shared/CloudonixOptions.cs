namespace Opbx.Core.Shared;

/// <summary>Where Cloudonix is (section <c>Cloudonix</c>).</summary>
public sealed class CloudonixOptions
{
    public const string Section = "Cloudonix";

    /// <summary>The base URL of the REST API.</summary>
    public string ApiUrl { get; set; } = "https://api.cloudonix.io";
}

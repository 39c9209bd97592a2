namespace Opbx.Core.Shared;

/// <summary>Section <c>Cloudonix</c>.</summary>
public sealed class CloudonixOptions
{
    public const string Section = "Cloudonix";

    public string ApiUrl { get; set; } = "https://api.cloudonix.io";
}

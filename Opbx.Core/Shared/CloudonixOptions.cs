namespace Opbx.Core.Shared;

/// <summary>Where Cloudonix is (section <c>Cloudonix</c>).</summary>
public sealed class CloudonixOptions
{
    public const string Section = "Cloudonix";

    public string ApiUrl { get; set; } = "https://api.cloudonix.io";
}

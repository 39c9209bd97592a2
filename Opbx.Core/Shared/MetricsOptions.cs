namespace Opbx.Core.Shared;

/// <summary>Who can read metrics (section <c>Metrics</c>).</summary>
public sealed class MetricsOptions
{
    public const string Section = "Metrics";

    /// <summary>Addresses and networks (CIDR) that can read <c>/metrics</c> besides this machine.</summary>
    public List<string> AllowedNetworks { get; set; } = [];
}

namespace Opbx.Core.Shared;

/// <summary>Who may read metrics (section <c>Metrics</c>).</summary>
public sealed class MetricsOptions
{
    public const string Section = "Metrics";

    /// <summary>Addresses and networks (CIDR) that <c>/metrics</c> answers besides this machine.</summary>
    public List<string> AllowedNetworks { get; set; } = [];
}

namespace Opbx.Core.Shared;

/// <summary>Outgoing webhooks (section <c>Integrations</c>).</summary>
public sealed class IntegrationOptions
{
    public const string Section = "Integrations";

    /// <summary>Private networks (CIDR) and hosts that webhooks can reach.</summary>
    public List<string> AllowedNetworks { get; set; } = [];

    /// <summary>Multiplies the retry schedule; tests use a small value.</summary>
    public double RetryScale { get; set; } = 1;
}

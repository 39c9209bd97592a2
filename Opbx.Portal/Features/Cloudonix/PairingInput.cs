namespace Opbx.Portal.Features.Cloudonix;

/// <summary>What a person entered to connect a domain.</summary>
public sealed record PairingInput(string Domain, Secret ApiKey);

namespace Opbx.Portal.Features.Cloudonix;

/// <summary>What a person entered to connect a domain.</summary>
/// <param name="Domain">The domain's name.</param>
public sealed record PairingInput(string Domain, Secret ApiKey);

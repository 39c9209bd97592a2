namespace Opbx.Portal.Features.Cloudonix;

public sealed record PairingInput(string Domain, Secret ApiKey);

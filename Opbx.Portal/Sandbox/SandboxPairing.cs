namespace Opbx.Portal.Sandbox;

/// <summary>A new domain of the stand-in, ready for pairing.</summary>
internal sealed record SandboxPairing(string Domain, string ApiKey);

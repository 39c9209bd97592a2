namespace Opbx.Portal.Sandbox;

/// <summary>A new sandbox domain, ready for pairing.</summary>
internal sealed record SandboxPairing(string Domain, string ApiKey);

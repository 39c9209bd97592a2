namespace Opbx.Core.Simulation;

/// <param name="Member">The extension or outside number.</param>
public sealed record SilentMember(string Member, string Why);

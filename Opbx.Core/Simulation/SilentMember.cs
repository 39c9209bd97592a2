namespace Opbx.Core.Simulation;

/// <summary>A member that never rings.</summary>
/// <param name="Member">The extension or outside number.</param>
public sealed record SilentMember(string Member, string Why);

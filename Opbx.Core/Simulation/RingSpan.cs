namespace Opbx.Core.Simulation;

/// <summary>One phone that rings for a while.</summary>
/// <param name="Member">The extension or outside number as it stands in the group.</param>
/// <param name="Turn">The turn, from 1.</param>
/// <param name="From">The second it begins at, from when the group began to ring.</param>
/// <param name="To">The second it stops at.</param>
public sealed record RingSpan(string Member, int Turn, int From, int To);

namespace Opbx.Core.Simulation;

/// <param name="Member">The extension or outside number as configured in the group.</param>
/// <param name="Turn">From 1.</param>
/// <param name="From">Seconds since the group began to ring.</param>
/// <param name="To">Seconds since the group began to ring.</param>
public sealed record RingSpan(string Member, int Turn, int From, int To);

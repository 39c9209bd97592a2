namespace Opbx.Core.Calls.Screening;

/// <summary>How often a pattern turned somebody away.</summary>
/// <param name="LastAt">When the last one came.</param>
public sealed record HitCount(long Count, DateTimeOffset LastAt);

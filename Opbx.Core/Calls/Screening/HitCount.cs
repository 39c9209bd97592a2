namespace Opbx.Core.Calls.Screening;

/// <summary>How often a pattern rejected calls.</summary>
public sealed record HitCount(long Count, DateTimeOffset LastAt);

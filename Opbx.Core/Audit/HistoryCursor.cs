namespace Opbx.Core.Audit;

/// <summary>A place in the history.</summary>
public sealed record HistoryCursor(DateTimeOffset At, Guid Id);

namespace Opbx.Core.Audit;

public sealed record HistoryCursor(DateTimeOffset At, Guid Id);

using Opbx.Core.Configuration.ScheduledChanges;

namespace Opbx.Portal.Components.Ui;

/// <summary>Asks when to apply a change.</summary>
/// <param name="Plan">Schedules it; returns why that failed, or null.</param>
public sealed record ScheduleQuestion(string Title, string Text, DateTimeOffset From, TimeZoneInfo Zone,
    Func<ScheduleInput, Task<Failure?>> Plan);

using Opbx.Core.Configuration.ScheduledChanges;

namespace Opbx.Portal.Components.Ui;

/// <summary>The question when a change shall happen.</summary>
/// <param name="Plan">Plans it; why that does not work, or null.</param>
public sealed record ScheduleQuestion(string Title, string Text, DateTimeOffset From, TimeZoneInfo Zone,
    Func<ScheduleInput, Task<Failure?>> Plan);

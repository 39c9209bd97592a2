namespace Opbx.Core.Configuration.ScheduledChanges;

/// <summary>When a change is to happen, and what people call it.</summary>
/// <param name="Title">The name, 2 to 100 characters.</param>
/// <param name="From">When it begins; seconds do not count.</param>
/// <param name="Until">When the values from before come back; null when the change is to stay.</param>
/// <param name="CoveredExtension">The extension whose person is covered for; null for any other change.</param>
public sealed record ScheduleInput(string Title, DateTimeOffset From, DateTimeOffset? Until, string? CoveredExtension = null);

namespace Opbx.Core.Configuration.ScheduledChanges;

/// <param name="Title">2 to 100 characters.</param>
/// <param name="From">When it begins; seconds are ignored.</param>
/// <param name="Until">When the old values are restored; null when the change is permanent.</param>
/// <param name="CoveredExtension">The extension whose person is covered for; null for any other change.</param>
public sealed record ScheduleInput(string Title, DateTimeOffset From, DateTimeOffset? Until, string? CoveredExtension = null);

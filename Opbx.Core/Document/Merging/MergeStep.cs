namespace Opbx.Core.Document.Merging;

/// <summary>One object on its way from one version to another.</summary>
/// <param name="Kind">Its list, or <see cref="DocumentDiff.SettingsKind"/>.</param>
/// <param name="Key">Its key now; the key it gets, when it is made.</param>
/// <param name="From">The version the way begins at, as JSON; null when it is made.</param>
/// <param name="To">The version it ends at, as JSON; null when it is removed.</param>
public sealed record MergeStep(string Kind, string Key, string? From, string? To);

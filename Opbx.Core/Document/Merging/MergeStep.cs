namespace Opbx.Core.Document.Merging;

/// <summary>The change of one object from one version to another.</summary>
/// <param name="Kind">Its list, or <see cref="DocumentDiff.SettingsKind"/>.</param>
/// <param name="Key">The current key; the new key of a created object.</param>
/// <param name="From">The version before, as JSON; null when it is created.</param>
/// <param name="To">The version after, as JSON; null when it is deleted.</param>
public sealed record MergeStep(string Kind, string Key, string? From, string? To);

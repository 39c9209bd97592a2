namespace Opbx.Core.Document.Merging;

/// <summary>One object on its way from one version to another.</summary>
/// <param name="Kind">Its list, or <see cref="DocumentDiff.SettingsKind"/>.</param>
/// <param name="Key">Its key now; the key it gets, when it is made.</param>
/// <param name="From">The version the way begins at, as JSON; null when it is made.</param>
/// <param name="To">The version it ends at, as JSON; null when it is removed.</param>
public sealed record MergeStep(string Kind, string Key, string? From, string? To);

/// <summary>What happens to members that have another value than the one a way begins at, because somebody else changed them.</summary>
public enum Overlap
{
    /// <summary>Nothing at all is merged; the failure names them.</summary>
    Refuse,

    /// <summary>They get the new value all the same.</summary>
    Overwrite,

    /// <summary>They keep theirs; the rest is merged.</summary>
    Keep,
}

namespace Opbx.Core.Document;

/// <summary>Extensions that are renumbered or deleted.</summary>
internal static class ExtensionMoves
{
    /// <summary>The new number by the old one; null for deleted ones.</summary>
    public static IReadOnlyDictionary<string, string?> Find(IReadOnlyList<ObjectChange> changes) => changes
        .Where(c => c.KindName == ObjectKind.Extensions.Name && c.Before is not null && (c.After is null || c.AfterKey != c.BeforeKey))
        .ToDictionary(c => c.BeforeKey, c => c.After is null ? null : c.AfterKey, StringComparer.Ordinal);
}

namespace Opbx.Core.Persistence;

/// <summary>Patterns for LIKE in which what people typed means itself.</summary>
internal static class LikePattern
{
    /// <summary>The escape character, to be named in the query.</summary>
    public const string Escape = "\\";

    /// <summary>Matches what holds the text anywhere; SQLite does not look at the case of A to Z, PostgreSQL does.</summary>
    public static string Containing(string text) =>
        "%" + text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("%", "\\%", StringComparison.Ordinal)
            .Replace("_", "\\_", StringComparison.Ordinal) + "%";
}

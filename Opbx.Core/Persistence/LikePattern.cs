namespace Opbx.Core.Persistence;

/// <summary>LIKE patterns that match user input literally.</summary>
internal static class LikePattern
{
    /// <summary>Must be named in the query.</summary>
    public const string Escape = "\\";

    /// <summary>Matches the text anywhere; SQLite ignores the case of A to Z, PostgreSQL does not.</summary>
    public static string Containing(string text) =>
        "%" + text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("%", "\\%", StringComparison.Ordinal)
            .Replace("_", "\\_", StringComparison.Ordinal) + "%";
}

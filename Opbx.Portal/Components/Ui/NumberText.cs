using Opbx.Core.Numbering;

namespace Opbx.Portal.Components.Ui;

/// <summary>Phone numbers as people read them.</summary>
public static class NumberText
{
    /// <summary>Nationally for numbers of North America, internationally for others; what is no number stays as it is.</summary>
    public static string Readable(string value, string? country) => value.Length == 0 ? "Unknown" : ReadableNumber.From(value, country);

    /// <summary>What a person typed, without the spaces, brackets and dashes that people put into numbers.</summary>
    public static string Plain(string typed) =>
        string.Concat(typed.Where(c => c is not (' ' or '(' or ')' or '-' or '.' or '/' or '\u00a0')));

    /// <summary>Whether there is something to copy.</summary>
    public static bool CanCopy(string value) => E164.IsValid(value);
}

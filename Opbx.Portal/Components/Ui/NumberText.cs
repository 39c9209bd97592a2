using Opbx.Core.Numbering;

namespace Opbx.Portal.Components.Ui;

public static class NumberText
{
    /// <summary>National format for North American numbers, international for others; other texts are unchanged.</summary>
    public static string Readable(string value, string? country) => value.Length == 0 ? "Unknown" : ReadableNumber.From(value, country);

    /// <summary>Removes the spaces, brackets and dashes that people type.</summary>
    public static string Plain(string typed) =>
        string.Concat(typed.Where(c => c is not (' ' or '(' or ')' or '-' or '.' or '/' or '\u00a0')));

    public static bool CanCopy(string value) => E164.IsValid(value);
}

using System.Text.RegularExpressions;

namespace Opbx.Core.Document.Integrations;

/// <summary>A text with placeholders: each name in braces, such as <c>{sourceNumber}</c>, stands for that value of the event.</summary>
public static partial class FieldText
{
    /// <summary>The names in braces, as written.</summary>
    public static IEnumerable<string> NamesIn(string text) => Name().Matches(text).Select(m => m.Groups["name"].Value);

    /// <summary>Replaces the placeholders; a name without a value becomes empty.</summary>
    public static string Fill(string text, IReadOnlyDictionary<string, string> values) =>
        Name().Replace(text, m => values.GetValueOrDefault(m.Groups["name"].Value, ""));

    [GeneratedRegex(@"\{(?<name>[A-Za-z]+)\}", RegexOptions.ExplicitCapture)]
    private static partial Regex Name();
}

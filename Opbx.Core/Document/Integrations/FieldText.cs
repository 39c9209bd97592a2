using System.Text.RegularExpressions;

namespace Opbx.Core.Document.Integrations;

/// <summary>A text with values in it: each name in braces, such as <c>{sourceNumber}</c>, stands for that value of the event.</summary>
public static partial class FieldText
{
    /// <summary>The names in braces, as they are written.</summary>
    public static IEnumerable<string> NamesIn(string text) => Name().Matches(text).Select(m => m.Groups["name"].Value);

    /// <summary>The text with the values put in; a name without a value becomes empty.</summary>
    public static string Fill(string text, IReadOnlyDictionary<string, string> values) =>
        Name().Replace(text, m => values.GetValueOrDefault(m.Groups["name"].Value, ""));

    [GeneratedRegex(@"\{(?<name>[A-Za-z]+)\}", RegexOptions.ExplicitCapture)]
    private static partial Regex Name();
}

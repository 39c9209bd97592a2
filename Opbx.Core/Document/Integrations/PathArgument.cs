namespace Opbx.Core.Document.Integrations;

/// <summary>A segment appended to an integration's URL: a text, or the name of a value in braces.</summary>
internal static class PathArgument
{
    /// <summary>The value's name in <c>{name}</c>; null for a text.</summary>
    public static string? NameIn(string argument) =>
        argument.Length > 2 && argument[0] == '{' && argument[^1] == '}' && argument.AsSpan(1, argument.Length - 2).IndexOfAny('{', '}') < 0
            ? argument[1..^1] : null;
}

namespace Opbx.Core.Shared;

/// <summary>RFC 6901.</summary>
public static class JsonPointer
{
    public static string Member(string pointer, string name) =>
        $"{pointer}/{name.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal)}";

    public static string Item(string pointer, int index) =>
        string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{pointer}/{index}");
}

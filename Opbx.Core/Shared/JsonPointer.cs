namespace Opbx.Core.Shared;

/// <summary>JSON pointers (RFC 6901) as places of errors and changes.</summary>
public static class JsonPointer
{
    public static string Member(string pointer, string name) =>
        $"{pointer}/{name.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal)}";

    public static string Item(string pointer, int index) =>
        string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{pointer}/{index}");
}

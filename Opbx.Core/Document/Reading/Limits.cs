namespace Opbx.Core.Document.Reading;

/// <summary>Applies the JSON reader's limits to values that did not arrive as JSON, for example from a page.</summary>
internal static class Limits
{
    /// <summary>Adds an error for every limit that <paramref name="json"/>, a serialized <paramref name="type"/>, breaks.</summary>
    public static void Check(Type type, string json, string pointer, FieldErrors errors)
    {
        using var document = JsonDocument.Parse(json);
        StrictReader.Read(type, document.RootElement, errors, pointer);
    }
}

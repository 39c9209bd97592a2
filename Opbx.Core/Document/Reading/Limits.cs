namespace Opbx.Core.Document.Reading;

/// <summary>Checks values that did not come as JSON, for example from a page, by the same limits as those that did.</summary>
internal static class Limits
{
    /// <summary>Adds a sentence for every limit that <paramref name="json"/>, the text of a value of <paramref name="type"/>,
    /// breaks.</summary>
    public static void Check(Type type, string json, string pointer, FieldErrors errors)
    {
        using var document = JsonDocument.Parse(json);
        StrictReader.Read(type, document.RootElement, errors, pointer);
    }
}

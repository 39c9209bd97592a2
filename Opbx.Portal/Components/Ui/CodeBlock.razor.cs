using System.Text.Encodings.Web;
using System.Text.Json;

namespace Opbx.Portal.Components.Ui;

/// <summary>A text exactly as sent or received.</summary>
public sealed partial class CodeBlock
{
    private static readonly JsonSerializerOptions Spread =
        new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    [Parameter, EditorRequired] public string Text { get; set; } = "";
    [Parameter, EditorRequired] public string Label { get; set; } = "";

    /// <summary>Indents JSON; any other text is unchanged.</summary>
    public static string Indented(string text)
    {
        if (text.AsSpan().TrimStart() is not ['{' or '[', ..]) return text;
        try
        {
            using var json = JsonDocument.Parse(text);
            return JsonSerializer.Serialize(json.RootElement, Spread);
        }
        catch (JsonException)
        {
            return text;
        }
    }
}

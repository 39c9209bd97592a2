using System.Text.Encodings.Web;
using System.Text.Json;

namespace Opbx.Portal.Components.Ui;

/// <summary>A text as it was sent or came.</summary>
public sealed partial class CodeBlock
{
    private static readonly JsonSerializerOptions Spread =
        new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    [Parameter, EditorRequired] public string Text { get; set; } = "";
    [Parameter, EditorRequired] public string Label { get; set; } = "";

    /// <summary>JSON with a line for each member; any other text as it is.</summary>
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

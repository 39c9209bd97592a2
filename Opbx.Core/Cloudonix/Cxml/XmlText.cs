using System.Buffers;
using System.Text;

namespace Opbx.Core.Cloudonix.Cxml;

/// <summary>Writes XML elements as text, cleaned and escaped exactly once. The framework's writer would allocate buffers many times the
/// size of these documents.</summary>
internal sealed class XmlText
{
    private static readonly SearchValues<char> Special = SearchValues.Create("&<>\"\t\r\n");
    private readonly StringBuilder _text = new("<?xml version=\"1.0\" encoding=\"UTF-8\"?>", 512);

    /// <summary>An element without content or with text.</summary>
    public void Element(string name, string? text, params ReadOnlySpan<(string Name, string? Value)> attributes)
    {
        Head(name, attributes);
        if (text is null)
        {
            _text.Append(" />");
            return;
        }
        _text.Append('>');
        Escape(CxmlText.Clean(text), isAttribute: false);
        End(name);
    }

    /// <summary>The start tag of an element that contains elements.</summary>
    public void Start(string name, params ReadOnlySpan<(string Name, string? Value)> attributes)
    {
        Head(name, attributes);
        _text.Append('>');
    }

    public void End(string name) => _text.Append("</").Append(name).Append('>');
    public override string ToString() => _text.ToString();

    private void Head(string name, ReadOnlySpan<(string Name, string? Value)> attributes)
    {
        _text.Append('<').Append(name);
        foreach (var (attribute, value) in attributes)
        {
            if (value is null) continue;
            _text.Append(' ').Append(attribute).Append("=\"");
            Escape(CxmlText.Clean(value), isAttribute: true);
            _text.Append('"');
        }
    }

    private void Escape(ReadOnlySpan<char> value, bool isAttribute)
    {
        for (int at; (at = value.IndexOfAny(Special)) >= 0; value = value[(at + 1)..])
        {
            _text.Append(value[..at]);
            var c = value[at];
            _text.Append(c switch {
                '&' => "&amp;",
                '<' => "&lt;",
                '>' => "&gt;",
                '"' => isAttribute ? "&quot;" : "\"",
                '\r' => "&#xD;",
                '\n' => isAttribute ? "&#xA;" : "\n",
                _ => isAttribute ? "&#x9;" : "\t",
            });
        }
        _text.Append(value);
    }
}

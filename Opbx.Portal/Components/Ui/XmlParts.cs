using System.Xml;
using System.Xml.Linq;

namespace Opbx.Portal.Components.Ui;

/// <summary>Splits an XML document into coloured pieces, one element per line.</summary>
public static class XmlParts
{
    /// <summary>One piece with the whole text when it is not XML.</summary>
    public static IReadOnlyList<XmlPart> Split(string xml)
    {
        try
        {
            using var reader =
                XmlReader.Create(
                    new StringReader(xml), new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null });
            var parts = new List<XmlPart>();
            if (XDocument.Load(reader).Root is { } root) Element(parts, root, "");
            return parts;
        }
        catch (XmlException)
        {
            return [new XmlPart("text", xml)];
        }
    }

    private static void Element(List<XmlPart> parts, XElement element, string indent)
    {
        parts.Add(new XmlPart("mark", $"{indent}<"));
        parts.Add(new XmlPart("name", element.Name.LocalName));
        foreach (var attribute in element.Attributes())
        {
            parts.Add(new XmlPart("attribute", $" {attribute.Name.LocalName}"));
            parts.Add(new XmlPart("mark", "="));
            parts.Add(new XmlPart("value", $"\"{attribute.Value}\""));
        }
        if (element.IsEmpty || !element.Nodes().Any())
        {
            parts.Add(new XmlPart("mark", "/>\n"));
            return;
        }
        parts.Add(new XmlPart("mark", ">"));
        Children(parts, element, indent);
        parts.Add(new XmlPart("mark", "</"));
        parts.Add(new XmlPart("name", element.Name.LocalName));
        parts.Add(new XmlPart("mark", ">\n"));
    }

    private static void Children(List<XmlPart> parts, XElement element, string indent)
    {
        if (!element.HasElements)
        {
            parts.Add(new XmlPart("text", element.Value));
            return;
        }
        parts.Add(new XmlPart("mark", "\n"));
        foreach (var node in element.Nodes())
        {
            if (node is XElement child) Element(parts, child, indent + "  ");
            else if (node is XText text && !string.IsNullOrWhiteSpace(text.Value))
                parts.Add(new XmlPart("text", $"{indent}  {text.Value.Trim()}\n"));
        }
        parts.Add(new XmlPart("mark", indent));
    }
}

using System.Text;
using System.Xml;

namespace Opbx.Core.Cloudonix.Cxml;

/// <summary>Makes any text fit for XML 1.0: what XML cannot hold becomes U+FFFD.</summary>
public static class CxmlText
{
    /// <summary>The text with every forbidden character replaced; the same text when there is none.</summary>
    public static string Clean(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (XmlConvert.IsXmlChar(text[i])) continue;
            if (i + 1 < text.Length && XmlConvert.IsXmlSurrogatePair(text[i + 1], text[i]))
            {
                i++;
                continue;
            }
            return Replaced(text);
        }
        return text;
    }

    private static string Replaced(string text)
    {
        var clean = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (XmlConvert.IsXmlChar(text[i])) clean.Append(text[i]);
            else if (i + 1 < text.Length && XmlConvert.IsXmlSurrogatePair(text[i + 1], text[i])) clean.Append(text[i]).Append(text[++i]);
            else clean.Append('\uFFFD');
        }
        return clean.ToString();
    }
}

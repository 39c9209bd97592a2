using System.Globalization;
using System.Xml;

namespace Opbx.Tests.Support.Data;

/// <summary>What the platform takes as a document (contract section 3): elements, where they may stand, their attributes and texts. Knows
/// nothing of the code that writes documents.</summary>
internal static class CxmlContract
{
    private static readonly Dictionary<string, string[]> Children = new(StringComparer.Ordinal) {
        ["Response"] = ["Dial", "Gather", "Say", "Play", "Record", "Redirect", "Reject", "Coach", "Hangup"],
        ["Dial"] = ["Number", "Sip", "Conference", "Service"],
        ["Gather"] = ["Say", "Play"],
    };

    private static readonly Dictionary<string, Dictionary<string, Func<string, bool>>> Attributes = new(StringComparer.Ordinal) {
        ["Response"] = [],
        ["Dial"] = new() {
            ["action"] = IsUrl, ["method"] = IsMethod, ["callerId"] = IsFilled, ["callerName"] = _ => true,
            ["timeout"] = v => IsNumber(v, 1, 3600), ["trunks"] = IsFilled, ["record"] = v =>
                v is "record-from-answer", ["recordingStatusCallback"] = IsUrl
        },
        ["Number"] = [],
        ["Sip"] = [],
        ["Conference"] =
            new() {
                ["beep"] = IsBool, ["muted"] = IsBool, ["startConferenceOnEnter"] = IsBool, ["endConferenceOnExit"] = IsBool,
                ["maxParticipants"] = v => IsNumber(v, 1, 250), ["holdMusic"] = IsBool, ["record"] = v =>
                    v is "record-from-start", ["recordingStatusCallback"] = IsUrl
            },
        ["Service"] = new() { ["provider"] = IsFilled },
        ["Gather"] = new() {
            ["action"] = IsUrl, ["method"] = IsMethod, ["input"] = v => v is "dtmf", ["numDigits"] =
            v => IsNumber(v, 1, 100), ["finishOnKey"] = v => v is "" or "#", ["timeout"] = v => IsNumber(v, 1, 3600), ["maxTimeout"] = v =>
                IsNumber(v, 1, 3600), ["actionOnEmptyResult"] = IsBool
        },
        ["Say"] = new() { ["voice"] = IsFilled, ["language"] = IsFilled },
        ["Play"] = [],
        ["Record"] = new() {
            ["action"] = IsUrl, ["method"] = IsMethod, ["timeout"] = v => IsNumber(v, 1, 3600),
            ["finishOnKey"] = v => v.Length > 0 && v.All(c => char.IsAsciiDigit(c) || c is '*' or '#'), ["maxLength"] = v =>
                IsNumber(v, 1, 86400), ["playBeep"] = IsBool, ["recordingStatusCallback"] = IsUrl,
            ["recordingStatusCallbackMethod"] = IsMethod
        },
        ["Redirect"] = new() { ["method"] = IsMethod },
        ["Coach"] = new() {
            ["policy"] = v => v is "listen" or "whisper" or "barge",
            ["whisperDirection"] = v => v is "none" or "caller" or "calee" or "both"
        },
        ["Reject"] = new() { ["reason"] = v => v is "rejected" or "busy" or "congestion" or "failed" },
        ["Hangup"] = [],
    };

    /// <summary>The first thing that is wrong with a document; null when it is valid.</summary>
    public static string? Fault(string document)
    {
        try
        {
            using var reader =
                XmlReader.Create(new StringReader(document), new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit });
            reader.MoveToContent();
            if (reader.Name != "Response") return $"the root is <{reader.Name}>";
            return Element(reader, null)
                ?? (reader.Read() && reader.MoveToContent() != XmlNodeType.None ? "something behind the root" : null);
        }
        catch (XmlException e)
        {
            return $"not well-formed: {e.Message}";
        }
    }

    /// <summary>Reads one element to its end.</summary>
    private static string? Element(XmlReader reader, string? parent)
    {
        var name = reader.Name;
        if (!Attributes.TryGetValue(name, out var known)) return $"<{name}> is unknown";
        if (parent is not null && !Children.GetValueOrDefault(parent, []).Contains(name, StringComparer.Ordinal))
            return $"<{name}> inside <{parent}>";
        var isEmpty = reader.IsEmptyElement;
        while (reader.MoveToNextAttribute())
        {
            if (!known.TryGetValue(reader.Name, out var holds)) return $"<{name} {reader.Name}> is unknown";
            if (!holds(reader.Value)) return $"<{name} {reader.Name}=\"{reader.Value}\">";
        }
        var text = "";
        var inside = new List<string>();
        while (!isEmpty && reader.Read() && reader.NodeType != XmlNodeType.EndElement)
        {
            if (reader.NodeType is XmlNodeType.Text or XmlNodeType.Whitespace or XmlNodeType.SignificantWhitespace) text += reader.Value;
            else if (reader.NodeType != XmlNodeType.Element) return $"a {reader.NodeType} inside <{name}>";
            else if (Element(reader, name) is { } fault) return fault;
            else inside.Add(reader.Name.Length > 0 ? reader.Name : name);
        }
        return Content(name, text.Trim(), inside);
    }

    private static string? Content(string name, string text, List<string> inside) => name switch {
        "Response" when inside.Count == 0 => "an empty document",
        "Response" when inside.FindIndex(n => n is "Redirect" or "Reject" or "Hangup") is >= 0 and var end && end < inside.Count - 1 =>
            $"<{inside[end + 1]}> can never run",
        "Response" or "Gather" or "Record" or "Reject" or "Hangup" or "Dial" when text.Length > 0 => $"text inside <{name}>",
        "Dial" when inside.Count == 0 => "an empty <Dial>",
        "Dial" when inside.Count > 1 && inside.Exists(n => n is "Conference" or "Service" or "Sip") =>
            "several nouns that do not ring together",
        "Say" when text.Length == 0 => "<Say> without text",
        "Number" when text.TrimStart('+') is var digits
            && (digits.Length == 0 || text.Length - digits.Length > 1 || !digits.All(c => char.IsAsciiDigit(c) || c is '*' or '#')) =>
                $"<Number>{text}</Number>",
        "Sip" when text.Count(c => c == '@') != 1 || text.StartsWith('@') || text.EndsWith('@') || text.Any(char.IsWhiteSpace) =>
            $"<Sip>{text}</Sip>",
        "Conference" or "Service" when text.Length == 0 => $"<{name}> without text",
        "Play" or "Redirect" when !IsUrl(text) => $"<{name}>{text}</{name}>",
        _ => null,
    };

    private static bool IsUrl(string value) =>
        Uri.TryCreate(value, UriKind.Absolute, out var url) && url.Scheme is "https" or "http" && !value.Any(char.IsWhiteSpace);

    private static bool IsMethod(string value) => value is "GET" or "POST";

    private static bool IsBool(string value) => value is "true" or "false";

    private static bool IsFilled(string value) => !string.IsNullOrWhiteSpace(value);

    private static bool IsNumber(string value, int least, int most) =>
        int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most;
}

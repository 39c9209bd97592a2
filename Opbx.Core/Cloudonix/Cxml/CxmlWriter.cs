using System.Globalization;
using System.Text;
using System.Xml;

namespace Opbx.Core.Cloudonix.Cxml;

/// <summary>Writes documents: the only place that knows names of elements and attributes.</summary>
public static class CxmlWriter
{
    private const string RecordFromAnswer = "record-from-answer";
    private static readonly XmlWriterSettings Settings = new() { Encoding = new UTF8Encoding(false), OmitXmlDeclaration = true };

    /// <summary>The document as text, in UTF-8 when sent.</summary>
    public static string Write(CxmlDocument document)
    {
        var text = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>");
        using (var xml = XmlWriter.Create(text, Settings))
        {
            xml.WriteStartElement("Response");
            foreach (var verb in document.Verbs) Write(xml, verb);
            xml.WriteEndElement();
        }
        return text.ToString();
    }

    private static void Write(XmlWriter xml, Verb verb)
    {
        switch (verb)
        {
            case Say say:
                Element(xml, "Say", CxmlText.Clean(say.Text), ("voice", Filled(say.Voice)), ("language", Filled(say.Language)));
                break;
            case Play play:
                Element(xml, "Play", CxmlText.Clean(play.Url));
                break;
            case Gather gather:
                Start(xml, "Gather", ("action", gather.Action), ("method", "POST"), ("input", "dtmf"), ("numDigits", Text(gather.NumDigits)), ("finishOnKey", gather.FinishOnKey), ("timeout", Text(gather.NextWait)), ("maxTimeout", Text(gather.FirstWait)), ("actionOnEmptyResult", "true"));
                foreach (var prompt in gather.Prompts) Write(xml, prompt);
                xml.WriteEndElement();
                break;
            case Dial dial:
                Write(xml, dial);
                break;
            case Record record:
                Element(xml, "Record", null, ("action", record.Action), ("method", "POST"), ("timeout", Text(record.SilenceSeconds)), ("finishOnKey", record.FinishOnKey), ("maxLength", Text(record.MaxLength)), ("playBeep", "true"), ("recordingStatusCallback", record.RecordingCallback), ("recordingStatusCallbackMethod", "POST"));
                break;
            case Redirect redirect:
                Element(xml, "Redirect", CxmlText.Clean(redirect.Url), ("method", "POST"));
                break;
            case Reject reject:
                Element(xml, "Reject", null, ("reason", reject.Reason));
                break;
            case Hangup:
                Element(xml, "Hangup", null);
                break;
        }
    }

    private static void Write(XmlWriter xml, Dial dial)
    {
        Start(xml, "Dial", ("action", dial.Action), ("method", dial.Action is null ? null : "POST"), ("timeout", Text(dial.Timeout)), ("callerId", dial.CallerId), ("callerName", dial.CallerName), ("trunks", dial.Trunks),
            ("record", dial.RecordingCallback is null ? null : RecordFromAnswer), ("recordingStatusCallback", dial.RecordingCallback));
        foreach (var noun in dial.Nouns) Write(xml, noun);
        xml.WriteEndElement();
    }

    private static void Write(XmlWriter xml, Noun noun)
    {
        switch (noun)
        {
            case Number number:
                Element(xml, "Number", number.Digits);
                break;
            case Sip sip:
                Element(xml, "Sip", CxmlText.Clean(sip.Address));
                break;
            case AgentService service:
                Element(xml, "Service", CxmlText.Clean(service.Address), ("provider", service.Provider));
                break;
            case Conference room:
                Element(xml, "Conference", CxmlText.Clean(room.Room), ("beep", Text(room.Beep)), ("muted", Text(room.Muted)), ("startConferenceOnEnter", Text(room.StartOnEnter)), ("endConferenceOnExit", Text(room.EndOnExit)), ("maxParticipants", Text(room.MaxParticipants)), ("holdMusic", Text(room.HoldMusic)),
                    ("record", room.RecordingCallback is null ? null : "record-from-start"), ("recordingStatusCallback", room.RecordingCallback));
                break;
        }
    }

    private static void Element(XmlWriter xml, string name, string? text, params ReadOnlySpan<(string Name, string? Value)> attributes)
    {
        Start(xml, name, attributes);
        if (text is not null) xml.WriteString(text);
        xml.WriteEndElement();
    }

    private static void Start(XmlWriter xml, string name, params ReadOnlySpan<(string Name, string? Value)> attributes)
    {
        xml.WriteStartElement(name);
        foreach (var (attribute, value) in attributes)
            if (value is not null) xml.WriteAttributeString(attribute, CxmlText.Clean(value));
    }

    private static string? Filled(string? value) => string.IsNullOrWhiteSpace(value) ? null : value;

    private static string? Text(int? value) => value?.ToString(CultureInfo.InvariantCulture);

    private static string Text(bool value) => value ? "true" : "false";
}

namespace Opbx.Core.Cloudonix.Cxml;

/// <summary>Writes documents: the only place that knows the names of elements and attributes.</summary>
public static class CxmlWriter
{
    private const string RecordFromAnswer = "record-from-answer";

    /// <summary>To be sent as UTF-8.</summary>
    public static string Write(CxmlDocument document)
    {
        var xml = new XmlText();
        xml.Start("Response");
        foreach (var verb in document.Verbs) Write(xml, verb);
        xml.End("Response");
        return xml.ToString();
    }

    private static void Write(XmlText xml, Verb verb)
    {
        switch (verb)
        {
            case Say say:
                xml.Element("Say", say.Text, ("voice", Filled(say.Voice)), ("language", Filled(say.Language)));
                break;
            case Play play:
                xml.Element("Play", play.Url);
                break;
            case Gather gather:
                xml.Start("Gather", ("action", gather.Action), ("method", "POST"), ("input", "dtmf"), ("numDigits", Text(gather.NumDigits)),
                    ("finishOnKey", gather.FinishOnKey), ("timeout", Text(gather.NextWait)), ("maxTimeout", Text(gather.FirstWait)),
                    ("actionOnEmptyResult", "true"));
                foreach (var prompt in gather.Prompts) Write(xml, prompt);
                xml.End("Gather");
                break;
            case Dial dial:
                Write(xml, dial);
                break;
            case Record record:
                xml.Element("Record", null, ("action", record.Action), ("method", "POST"), ("timeout", Text(record.SilenceSeconds)),
                    ("finishOnKey", record.FinishOnKey), ("maxLength", Text(record.MaxLength)), ("playBeep", "true"),
                    ("recordingStatusCallback", record.RecordingCallback), ("recordingStatusCallbackMethod", "POST"));
                break;
            case Redirect redirect:
                xml.Element("Redirect", redirect.Url, ("method", "POST"));
                break;
            case Reject reject:
                xml.Element("Reject", null, ("reason", reject.Reason));
                break;
            case Coach coach:
                xml.Element("Coach", coach.Session, ("policy", coach.Policy), ("whisperDirection", coach.WhisperDirection));
                break;
            case Hangup:
                xml.Element("Hangup", null);
                break;
        }
    }

    private static void Write(XmlText xml, Dial dial)
    {
        xml.Start("Dial", ("action", dial.Action), ("method", dial.Action is null ? null : "POST"), ("timeout", Text(dial.Timeout)),
            ("callerId", dial.CallerId), ("callerName", dial.CallerName), ("trunks", dial.Trunks),
            ("record", dial.RecordingCallback is null ? null : RecordFromAnswer), ("recordingStatusCallback", dial.RecordingCallback));
        foreach (var noun in dial.Nouns) Write(xml, noun);
        xml.End("Dial");
    }

    private static void Write(XmlText xml, Noun noun)
    {
        switch (noun)
        {
            case Number number:
                xml.Element("Number", number.Digits);
                break;
            case Sip sip:
                xml.Element("Sip", sip.Address);
                break;
            case AgentService service:
                xml.Element("Service", service.Address, ("provider", service.Provider));
                break;
            case Conference room:
                xml.Element("Conference", room.Room, ("beep", Text(room.Beep)), ("muted", Text(room.Muted)),
                    ("startConferenceOnEnter", Text(room.StartOnEnter)), ("endConferenceOnExit", Text(room.EndOnExit)),
                    ("maxParticipants", Text(room.MaxParticipants)), ("holdMusic", Text(room.HoldMusic)),
                    ("record", room.RecordingCallback is null ? null : "record-from-start"),
                        ("recordingStatusCallback", room.RecordingCallback));
                break;
        }
    }

    private static string? Filled(string? value) => string.IsNullOrWhiteSpace(value) ? null : value;
    private static string? Text(int? value) => value?.ToString(CultureInfo.InvariantCulture);
    private static string Text(bool value) => value ? "true" : "false";
}

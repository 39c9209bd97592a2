using Opbx.Core.Document.Integrations;
using Opbx.Core.Integrations.Outbox;

namespace Opbx.Core.Integrations.Delivery;

/// <summary>An event with sample values, for tests and previews.</summary>
internal static class SampleValues
{
    public static SortedDictionary<string, string> For(Trigger trigger, ServiceInfo service, string id, DateTimeOffset now) =>
        EventValues.For(
        new OccurredEvent {
            OrganizationId = Guid.Empty,
            PbxId = service.PbxId,
            Trigger = trigger,
            SourceKey = "test:" + id,
            At = now,
            Values = ValueCatalogue.For(trigger).ToDictionary(ValueCatalogue.Spelling, v => Value(v, trigger)),
        },
        service,
        id);

    private static string Value(ValueName value, Trigger trigger) => value switch {
        ValueName.ExtensionNumber or ValueName.AnsweredBy => "1001",
        ValueName.Name => Subject(trigger),
        ValueName.OutboundPhoneNumber or ValueName.DestinationNumber => "+12125550100",
        ValueName.HasVoicemail => "True",
        ValueName.EnabledCalls => "Local,National,Mobile",
        ValueName.SourceNumber => "+12025550143",
        ValueName.CallUuid => "00000000000000000000000000000000",
        ValueName.IvrName => "Main menu",
        ValueName.OptionSelected => "1",
        ValueName.Direction => "inbound",
        ValueName.Disposition => trigger == Trigger.CallMissed ? "missed" : "answered",
        ValueName.Duration => "65",
        ValueName.BillableSeconds => trigger == Trigger.CallMissed ? "0" : "59",
        ValueName.RecordingUrl => "https://recordings.example/sample.mp3",
        ValueName.DateTime or ValueName.ServiceUuid or ValueName.ServiceName or ValueName.ServiceFriendlyName or ValueName.EventId
            or ValueName.EventType => "",
    };

    private static string Subject(Trigger trigger) => trigger switch {
        Trigger.SystemAlert => "This is a test alert.",
        Trigger.ConfigurationChanged => "",
        Trigger.UserCreated or Trigger.UserDeleted or Trigger.UserModified or Trigger.InboundCallReceived or Trigger.InboundCallAnswered
            or Trigger.OutboundCallPlaced or Trigger.IvrCallReceived
            or Trigger.IvrOptionSelected or Trigger.CallEnded or Trigger.CallMissed or Trigger.VoicemailReceived
                or Trigger.RecordingReady => "Anna Bell",
    };
}

using Opbx.Core.Document.Integrations;
using Opbx.Core.Integrations;
using Opbx.Core.Integrations.Delivery;

namespace Opbx.Tests.Support.Data;

/// <summary>An integration and an event to begin with; tests change what they are about.</summary>
internal static class Sample
{
    public const string Secret = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";

    public static readonly DateTimeOffset Now = new(2026, 11, 21, 12, 0, 0, TimeSpan.Zero);
    public static readonly IntegrationSecrets Secrets = new([Secret], null, null, new Dictionary<string, string>());

    public static Integration Webhook(params Trigger[] triggers) =>
        new() {
            Name = "CRM", Trigger = triggers.Length == 0 ? [Trigger.InboundCallAnswered]
            : triggers, Url = "https://crm.example/hooks"
        };

    public static Integration To(Receiver receiver, string name = "CRM") =>
        Webhook(Trigger.CallEnded) with { Name = name, Url = receiver.Url };

    public static EventFacts Event(Trigger trigger = Trigger.InboundCallAnswered, params (string Name, string Value)[] values)
    {
        var all = ValueCatalogue.For(trigger).ToDictionary(ValueCatalogue.Spelling, v => "<" + ValueCatalogue.Spelling(v) + ">");
        all["dateTime"] = "2026-11-21T07:00:00.000-05:00";
        foreach (var (name, value) in values) all[name] = value;
        return new EventFacts("msg_01", trigger, all);
    }

    public static WebhookField Field(string key, string value) => new() { Key = key, Value = new FieldValue(value, null) };

    public static WebhookField Constant(string key, string text) => new() { Key = key, Value = new FieldValue(null, text) };

    public static string? Header(this WebhookRequest request, string name) => request.Headers.SingleOrDefault(h => h.Name == name)?.Value;
}

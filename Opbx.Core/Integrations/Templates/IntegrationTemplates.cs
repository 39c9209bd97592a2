using Opbx.Core.Document.Integrations;

namespace Opbx.Core.Integrations.Templates;

public static class IntegrationTemplates
{
    /// <summary>Key of the template that sends a score entered by a caller at a menu.</summary>
    public const string Score = "nps-score";

    /// <summary>In the order they are offered.</summary>
    public static readonly IReadOnlyList<IntegrationTemplate> All =
    [
        new(Score, false, "thumb_up", "Sends the score a caller leaves at a menu to your web server.",
            "Enter the address of your program and choose the menu that asks for the score.", new Integration
        {
            Name = "NPS score",
            Trigger = [Trigger.IvrOptionSelected],
            Fields = Fields(ValueName.IvrName, ValueName.OptionSelected, ValueName.CallUuid, ValueName.SourceNumber,
                ValueName.DestinationNumber, ValueName.DateTime),
        }),
        new("crm-screen-pop", false, "contact_phone", "Opens the caller's card in your customer system when somebody answers.",
            "Enter the address of your customer system and the token it gave you.", new Integration
        {
            Name = "CRM screen pop",
            Trigger = [Trigger.InboundCallAnswered],
            UselessAfter = 300,
            Auth = new WebhookAuth { Type = WebhookAuthType.Token },
            Fields = [Field("caller", ValueName.SourceNumber), Field("called", ValueName.DestinationNumber),
                Field("extension", ValueName.ExtensionNumber), Field("agent", ValueName.Name), Field("callId", ValueName.CallUuid),
                Field("answeredAt", ValueName.DateTime)],
        }),
        new("missed-call-chat", false, "chat", "Writes a message into your chat for each call nobody answered.",
            "Paste the address of an incoming webhook of your chat. Slack, Mattermost and Rocket.Chat read the key text.", new Integration
        {
            Name = "Chat message on missed call",
            Trigger = [Trigger.CallMissed],
            Fields = [new WebhookField { Key = "text", Value =
                FieldValue.OfText("Missed call from {sourceNumber} to {destinationNumber} ({serviceFriendlyName}) at {dateTime}.") }],
        }),
        new("billing-feed", false, "receipt_long", "Tells your billing system about every call that is over, with its length.",
            "Enter the address of your billing system and how it wants you to sign in.", new Integration
        {
            Name = "Billing feed",
            Trigger = [Trigger.CallEnded],
            Auth = new WebhookAuth { Type = WebhookAuthType.Basic },
            Fields = Fields(
                ValueName.EventId, ValueName.CallUuid, ValueName.DateTime, ValueName.Direction, ValueName.SourceNumber,
                    ValueName.DestinationNumber, ValueName.ExtensionNumber,
                ValueName.Disposition, ValueName.Duration, ValueName.BillableSeconds, ValueName.ServiceUuid),
        }),
        new("new-user-callback", true, "waving_hand", "Asks an account manager to call each new person and see whether all is well.",
            "Enter the address of the list of callbacks in your customer system.", new Integration
        {
            Name = "Welcome call for new users",
            Trigger = [Trigger.UserCreated],
            Fields = [new WebhookField { Key = "subject", Value = FieldValue.OfText("Welcome call: {name}, extension {extensionNumber}") },
                .. Fields(ValueName.Name, ValueName.ExtensionNumber, ValueName.OutboundPhoneNumber, ValueName.DateTime,
                    ValueName.ServiceUuid, ValueName.ServiceFriendlyName)],
        }),
        new("user-directory", true, "contacts", "Keeps the list of people in another program up to date.",
            "Enter the address of that program.", new Integration
        {
            Name = "User directory",
            Trigger = [Trigger.UserCreated, Trigger.UserModified, Trigger.UserDeleted],
            Fields = Fields(
                ValueName.EventType, ValueName.ExtensionNumber, ValueName.Name, ValueName.OutboundPhoneNumber, ValueName.HasVoicemail,
                    ValueName.EnabledCalls, ValueName.DateTime, ValueName.ServiceUuid,
                ValueName.ServiceName, ValueName.ServiceFriendlyName),
        }),
    ];

    public static IEnumerable<IntegrationTemplate> For(bool account) => All.Where(t => t.OfAccount == account);
    public static IntegrationTemplate? Find(bool account, string? key) => For(account).FirstOrDefault(t => t.Key == key);

    private static IReadOnlyList<WebhookField> Fields(params IEnumerable<ValueName> values) =>
        [.. values.Select(v => Field(ValueCatalogue.Spelling(v), v))];

    private static WebhookField Field(string key, ValueName value) =>
        new() { Key = key, Value = new FieldValue(ValueCatalogue.Spelling(value), null) };
}

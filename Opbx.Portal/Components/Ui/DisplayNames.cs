using Opbx.Core.Document.Extensions;
using Opbx.Core.Document.OutboundRules;

namespace Opbx.Portal.Components.Ui;

/// <summary>The names of code values on pages.</summary>
public static class DisplayNames
{
    public static string For(Role role) => role switch {
        Role.Owner => "Owner",
        Role.Admin => "Administrator",
        Role.Supervisor => "Supervisor",
        Role.User => "User",
        Role.Reporter => "Reporter",
    };

    public static string For(CallType type) => type switch {
        CallType.Local => "Local",
        CallType.National => "National",
        CallType.Mobile => "Mobile",
        CallType.International => "International",
        CallType.InternationalOther => "International, special numbers",
        CallType.Premium => "Premium and shared cost",
        CallType.Other => "Other (toll-free, short numbers)",
    };

    public static string For(RecordCalls record) => record switch {
        RecordCalls.None => "No calls",
        RecordCalls.Inbound => "Calls to this extension",
        RecordCalls.Outbound => "Calls from this extension",
        RecordCalls.All => "All calls",
    };

    public static string For(Extension extension) => extension switch {
        UserExtension => "Person",
        RingGroupExtension => "Ring group",
        IvrExtension => "Menu",
        ConferenceExtension => "Conference room",
        ForwardExtension => "Forward",
        AiAssistantExtension => "AI assistant",
        CustomLogicExtension => "Custom program",
        _ => throw new System.Diagnostics.UnreachableException(),
    };
}

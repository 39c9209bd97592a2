using Opbx.Core.Document.Prompts;
using Opbx.Portal.Components.Ui;

namespace Opbx.Portal.Components.Objects;

public static class DestinationText
{
    /// <summary>For example <c>Sales (ring group)</c>.</summary>
    public static string For(Destination? destination, PbxDocument document) => destination switch {
        null => "Nowhere",
        ExtensionDestination to => Extension(to.Number, document),
        RingGroupDestination to => $"{to.Name} (ring group)",
        IvrDestination to => $"{to.Name} (menu)",
        BusinessHoursDestination to => $"{to.Name} (business hours)",
        ConferenceDestination to => $"{to.Name} (conference room)",
        VoicemailDestination to => $"Voicemail of {Extension(to.Extension, document)}",
        ExternalDestination { Number: { } number } => NumberText.Readable(number, document.Pbx.Country),
        ExternalDestination to => to.Sip ?? "Outside number",
        AnnouncementDestination to => $"Announcement, then {Lower(For(to.Then ?? new HangupDestination(), document))}",
        AiAssistantDestination to => $"{Extension(to.Extension, document)} (AI assistant)",
        CustomLogicDestination => "Custom logic",
        HangupDestination to => string.IsNullOrEmpty(to.Say) ? "Hang up" : "A sentence, then hang up",
        RejectDestination { Reason: RejectReason.Busy } => "Busy tone",
        RejectDestination => "Refused",
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    /// <summary>What callers hear, shortened.</summary>
    public static string For(PromptValue prompt) => prompt switch {
        { Say: { Length: > 0 } say } => say.Length > 60 ? $"\"{say[..57]}...\"" : $"\"{say}\"",
        { Prompt: { Length: > 0 } name } => name,
        { Play: { Length: > 0 } url } => url,
        _ => "Nothing",
    };

    private static string Extension(string number, PbxDocument document) =>
        document.Extensions.FirstOrDefault(e => e.Number == number) is { } extension ? $"{number} {extension.Name}"
            : $"{number} (does not exist)";

    private static string Lower(string text) => text.Length > 1 && char.IsUpper(text[0]) && char.IsLower(text[1])
        && !text.Contains('(', StringComparison.Ordinal) ? char.ToLowerInvariant(text[0]) + text[1..] : text;
}

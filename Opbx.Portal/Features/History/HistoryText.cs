using Opbx.Core.Audit;
using Opbx.Core.Configuration.ScheduledChanges;
using Opbx.Portal.Components.Ui;

namespace Opbx.Portal.Features.History;

internal static class HistoryText
{
    private static readonly Dictionary<string, string> Others = new(StringComparer.Ordinal) {
        [DocumentDiff.SettingsKind] = "settings",
        [SecretViews.DocumentKind] = "configuration with secrets of",
        ["users"] = "user",
        ["apiKeys"] = "API key",
        ["signInRules"] = "sign-in rules",
        ["passkeys"] = "passkey",
        ["calls"] = "call",
        ["organizations"] = "organization",
        ["acting"] = "acting as",
        [ScheduledChangeEditor.HistoryKind] = "scheduled change",
    };

    public static string Noun(string kind) =>
        ObjectKind.All.FirstOrDefault(k => k.Name == kind)?.Noun ?? Others.GetValueOrDefault(kind) ?? Spaced(kind);

    /// <summary>The object with its kind; the settings have no meaningful key.</summary>
    public static string Object(HistoryEntry entry) => entry.Kind == DocumentDiff.SettingsKind ? "Settings"
        : $"{char.ToUpperInvariant(Noun(entry.Kind)[0])}{Noun(entry.Kind)[1..]} {entry.Key}";

    public static string Verb(ChangeAction action) => action switch {
        ChangeAction.Created => "Created",
        ChangeAction.Updated => "Changed",
        ChangeAction.Deleted => "Deleted",
        ChangeAction.SecretTouched => "Secret replaced or shown",
        ChangeAction.Acted => "Acted on",
    };

    public static Tone ToneOf(ChangeAction action) => action switch {
        ChangeAction.Created => Tone.Good,
        ChangeAction.Updated => Tone.Info,
        ChangeAction.Deleted => Tone.Bad,
        ChangeAction.SecretTouched => Tone.Warning,
        ChangeAction.Acted => Tone.Neutral,
    };

    /// <summary>Who did it, and how when not on a page.</summary>
    public static string Who(HistoryEntry entry) => entry.Source switch {
        ActorSource.Portal => entry.Actor,
        ActorSource.Api => $"{entry.Actor} (API)",
        ActorSource.System => $"{entry.Actor} (automatic)",
    };

    /// <summary>Kinds that can be selected as filter.</summary>
    public static IEnumerable<string> Kinds =>
        [DocumentDiff.SettingsKind, .. ObjectKind.All.Select(k => k.Name), "users", "passkeys", "signInRules", "apiKeys", "organizations",
            "acting", ScheduledChangeEditor.HistoryKind];

    private static string Spaced(string kind) =>
        string.Concat(kind.Select(c => char.IsUpper(c) ? " " + char.ToLowerInvariant(c) : c.ToString()));
}

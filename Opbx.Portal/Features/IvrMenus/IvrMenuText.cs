using Opbx.Core.Document.IvrMenus;

namespace Opbx.Portal.Features.IvrMenus;

internal static class IvrMenuText
{
    /// <summary>The keys of a phone, in their layout.</summary>
    public const string Keys = "123456789*0#";

    public const int Most = 20;

    /// <summary>An option's name for buttons and announcements.</summary>
    public static string For(IvrOption option) => (option.Digits, option.Label) switch {
        ("", "") => "the new option",
        ("", var label) => label,
        (var digits, "") => $"key {digits}",
        var (digits, label) => $"{digits} {label}",
    };

    /// <summary>The first options and how many more there are.</summary>
    public static string Options(IvrMenu menu)
    {
        const int Shown = 4;
        var names = menu.Options.Select(o => o.Label.Length > 0 ? $"{o.Digits} {o.Label}" : o.Digits).ToList();
        return names.Count <= Shown + 1 ? string.Join(", ", names)
            : $"{string.Join(", ", names.Take(Shown))} and {names.Count - Shown} more";
    }

    /// <summary>Keys that no option begins with.</summary>
    public static IReadOnlyList<char> Unused(IvrMenu menu) => [.. Keys.Where(key => !menu.Options.Any(o => o.Digits.StartsWith(key)))];

    /// <summary>The spoken name of a key.</summary>
    public static string Spoken(char key) => key switch { '*' => "star", '#' => "pound", _ => key.ToString() };

    /// <summary>Leads to an extension, still to be chosen, when there are any; otherwise hangs up.</summary>
    public static IvrOption New(string digits, PbxDocument document) =>
        new() { Digits = digits, Destination = document.Extensions.Count > 0 ? new ExtensionDestination() : new HangupDestination() };
}

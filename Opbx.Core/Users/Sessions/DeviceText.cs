namespace Opbx.Core.Users.Sessions;

/// <summary>Describes a browser by its user agent, which may lie: only for people to recognize their devices, not for decisions.</summary>
public static class DeviceText
{
    /// <summary>In characters.</summary>
    public const int Longest = 60;

    // The order matters: most browsers name others as well.
    private static readonly (string Mark, string Name)[] Browsers =
        [("Edg", "Edge"), ("OPR/", "Opera"), ("Vivaldi", "Vivaldi"), ("SamsungBrowser", "Samsung Internet"), ("Firefox", "Firefox"),
            ("FxiOS", "Firefox"), ("CriOS", "Chrome"), ("Chrome", "Chrome"), ("Safari", "Safari")];

    private static readonly (string Mark, string Name)[] Systems =
        [("iPhone", "iPhone"), ("iPad", "iPad"), ("Android", "Android"), ("Windows", "Windows"), ("Mac OS X", "Mac"), ("CrOS", "ChromeOS"),
            ("Linux", "Linux")];

    /// <summary>For example "Firefox on Windows".</summary>
    public static string From(string? userAgent)
    {
        var browser = Find(Browsers, userAgent);
        var system = Find(Systems, userAgent);
        return (browser, system) switch {
            (null, null) => "Unknown device",
            (null, _) => system,
            (_, null) => browser,
            _ => $"{browser} on {system}",
        };
    }

    private static string? Find((string Mark, string Name)[] known, string? text) =>
        Array.Find(known, k => text?.Contains(k.Mark, StringComparison.Ordinal) == true).Name;
}

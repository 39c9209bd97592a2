using Opbx.Core.Document.IvrMenus;
using Opbx.Portal.Components.Objects;

namespace Opbx.Portal.Features.IvrMenus;

/// <summary>Follows the options of a menu through the menus they lead to.</summary>
internal static class MenuBranches
{
    private const int Deepest = 5;

    /// <param name="storedName">The name other objects refer to; null when the menu is not stored.</param>
    public static IReadOnlyList<MenuBranch> From(PbxDocument document, IvrMenu menu, string? storedName)
    {
        var name = storedName ?? menu.Name;
        return
        [
            .. Options(document, menu, [name]),
            Branch(document, null, "Another key", menu.Invalid, "Plays again", [name]),
            Branch(document, null, "No key", menu.NoInput, "Plays again", [name]),
            Branch(document, null, menu.Turns == 1 ? "After it was played"
                : $"After it was played {menu.Turns} times", menu.Fallback, "", [name]),
        ];
    }

    private static IEnumerable<MenuBranch> Options(PbxDocument document, IvrMenu menu, IReadOnlyList<string> way) =>
        menu.Options.Select(o => Branch(document, o.Digits.Length > 0 ? o.Digits : "?", o.Label, o.Destination, "", way));

    private static MenuBranch Branch(PbxDocument document, string? key, string label, Destination? to, string nothing,
        IReadOnlyList<string> way)
    {
        if (to is null) return new MenuBranch(key, label, nothing, null, false, []);
        var next = MenuOf(to);
        var back = next is not null && way.Contains(next, StringComparer.Ordinal);
        var menu = back || next is null || way.Count >= Deepest ? null : document.IvrMenus.FirstOrDefault(m => m.Name == next);
        return new MenuBranch(key, label, Text(to, document), next, back,
            menu is null ? [] : [.. Options(document, menu, [.. way, menu.Name])]);
    }

    private static string Text(Destination to, PbxDocument document)
    {
        var words = DestinationText.For(to, document);
        return words.StartsWith(" (", StringComparison.Ordinal) || words.Contains("  (", StringComparison.Ordinal) ? "Not chosen yet"
            : words;
    }

    /// <summary>The menu a destination leads to, directly or after an announcement.</summary>
    private static string? MenuOf(Destination? to) => to switch {
        IvrDestination menu => menu.Name,
        AnnouncementDestination { Then: { } then } => MenuOf(then),
        _ => null,
    };
}

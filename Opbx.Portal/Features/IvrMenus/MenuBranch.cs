namespace Opbx.Portal.Features.IvrMenus;

/// <summary>One branch of the way through a menu.</summary>
/// <param name="Key">The keys; null for what happens without them.</param>
/// <param name="Leads">Where it leads, in words.</param>
/// <param name="Menu">The menu it leads to, if it leads to one.</param>
/// <param name="Back">Whether that menu is one the caller comes from.</param>
public sealed record MenuBranch(string? Key, string Label, string Leads, string? Menu, bool Back, IReadOnlyList<MenuBranch> Branches);

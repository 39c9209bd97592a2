namespace Opbx.Portal.Features.IvrMenus;

/// <summary>One branch of a menu.</summary>
/// <param name="Key">Null for what happens without keys.</param>
/// <param name="Leads">Where it leads, for people.</param>
/// <param name="Menu">The menu it leads to, if any.</param>
/// <param name="Back">Whether the caller comes from that menu.</param>
public sealed record MenuBranch(string? Key, string Label, string Leads, string? Menu, bool Back, IReadOnlyList<MenuBranch> Branches);

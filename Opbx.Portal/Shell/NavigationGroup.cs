namespace Opbx.Portal.Shell;

public sealed record NavigationGroup(string Name, IReadOnlyList<NavigationItem> Items);

namespace Opbx.Portal.Components.Ui;

/// <param name="Index">From 0.</param>
public sealed record SortableLine<TItem>(TItem Item, int Index);

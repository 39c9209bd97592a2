namespace Opbx.Portal.Components.Ui;

/// <summary>A line and its place.</summary>
/// <param name="Index">Its place, from 0.</param>
public sealed record SortableLine<TItem>(TItem Item, int Index);

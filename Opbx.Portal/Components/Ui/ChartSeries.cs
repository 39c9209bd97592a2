namespace Opbx.Portal.Components.Ui;

/// <param name="Member">The member of an item that is the height of this part of its column.</param>
public sealed record ChartSeries(string Member, string Title, string Color);

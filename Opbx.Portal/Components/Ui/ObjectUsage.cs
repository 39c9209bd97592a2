namespace Opbx.Portal.Components.Ui;

/// <summary>A place where an object is used, for people.</summary>
public sealed record ObjectUsage(string Text, string? Href);

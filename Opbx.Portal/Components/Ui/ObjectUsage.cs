namespace Opbx.Portal.Components.Ui;

/// <summary>A place where an object is used, as people read it.</summary>
public sealed record ObjectUsage(string Text, string? Href);

namespace Opbx.Portal.Components.Ui;

/// <summary>A page above the current one.</summary>
public sealed record Crumb(string Text, string Path);

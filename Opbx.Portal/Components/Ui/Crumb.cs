namespace Opbx.Portal.Components.Ui;

/// <summary>A page above the present one.</summary>
/// <param name="Text">Its name.</param>
/// <param name="Path">Its path.</param>
public sealed record Crumb(string Text, string Path);

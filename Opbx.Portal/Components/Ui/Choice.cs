namespace Opbx.Portal.Components.Ui;

/// <summary>One thing that can be chosen.</summary>
public sealed record Choice<TValue>(TValue Value, string Text);

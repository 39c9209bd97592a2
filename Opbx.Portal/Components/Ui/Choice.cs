namespace Opbx.Portal.Components.Ui;

/// <summary>One thing that can be chosen.</summary>
/// <typeparam name="TValue">The value's type.</typeparam>
public sealed record Choice<TValue>(TValue Value, string Text);

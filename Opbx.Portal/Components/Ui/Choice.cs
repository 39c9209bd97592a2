namespace Opbx.Portal.Components.Ui;

/// <summary>One thing that can be chosen.</summary>
/// <typeparam name="TValue">The value's type.</typeparam>
/// <param name="Value">The value.</param>
/// <param name="Text">What people read.</param>
public sealed record Choice<TValue>(TValue Value, string Text);

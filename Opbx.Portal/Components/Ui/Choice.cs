namespace Opbx.Portal.Components.Ui;

public sealed record Choice<TValue>(TValue Value, string Text);

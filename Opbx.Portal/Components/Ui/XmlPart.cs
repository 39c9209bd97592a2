namespace Opbx.Portal.Components.Ui;

/// <param name="Class">The CSS class that colours it.</param>
public readonly record struct XmlPart(string Class, string Text);

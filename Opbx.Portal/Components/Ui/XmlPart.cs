namespace Opbx.Portal.Components.Ui;

/// <summary>A piece of an XML document with the class that colours it.</summary>
public readonly record struct XmlPart(string Class, string Text);

namespace Opbx.Core.Document.References;

/// <summary>A place where an object is used.</summary>
/// <param name="Kind">The list of the object that uses it; null for the PBX settings.</param>
/// <param name="Key">The key of the object that uses it; empty for the PBX settings.</param>
/// <param name="Pointer">JSON pointer into the document.</param>
/// <param name="TargetType">The type an object must have to be used there.</param>
public sealed record Usage(ObjectKind? Kind, string Key, string Pointer, Type TargetType)
{
    /// <summary>The object that uses it, for people, for example <c>menu "Main menu"</c>.</summary>
    public string Owner => Kind is null ? "the settings of the PBX" : $"{Kind.Noun} \"{Key}\"";
}

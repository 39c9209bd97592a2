namespace Opbx.Core.Document.References;

/// <summary>One reference inside a document.</summary>
/// <param name="Kind">The list the target lies in.</param>
public sealed record Reference(ObjectKind Kind, string Key, string Pointer, Type TargetType);

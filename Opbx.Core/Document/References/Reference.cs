namespace Opbx.Core.Document.References;

/// <summary>One reference inside a document.</summary>
/// <param name="Kind">The list the target lies in.</param>
/// <param name="Key">The target's key.</param>
/// <param name="Pointer">Where the reference stands.</param>
/// <param name="TargetType">The type the target must have.</param>
public sealed record Reference(ObjectKind Kind, string Key, string Pointer, Type TargetType);

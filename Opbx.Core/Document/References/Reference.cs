namespace Opbx.Core.Document.References;

/// <param name="Kind">The list that contains the target.</param>
public sealed record Reference(ObjectKind Kind, string Key, string Pointer, Type TargetType);

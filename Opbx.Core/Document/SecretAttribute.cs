namespace Opbx.Core.Document;

/// <summary>Marks a member of the document that is stored separately, encrypted, and exported as null.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class SecretAttribute : Attribute;

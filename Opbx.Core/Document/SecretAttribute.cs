namespace Opbx.Core.Document;

/// <summary>Marks a member of the document whose value is kept apart, encrypted, and exported as null.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class SecretAttribute : Attribute;

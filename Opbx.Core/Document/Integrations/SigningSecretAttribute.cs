using System.ComponentModel.DataAnnotations;

namespace Opbx.Core.Document.Integrations;

/// <summary>Accepts null, too.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class SigningSecretAttribute() : ValidationAttribute("A signing secret is whsec_ and 24 to 64 bytes in base64.")
{
    public override bool IsValid(object? value) => value is null || (value is string text && SigningSecret.IsValid(text));
}

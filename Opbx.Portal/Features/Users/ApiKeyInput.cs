using System.ComponentModel.DataAnnotations;

namespace Opbx.Portal.Features.Users;

/// <summary>Body of a new API key.</summary>
internal sealed record ApiKeyInput
{
    [Required, StringLength(100, MinimumLength = 1)]
    public string Name { get; init; } = "";

    [Required, RegularExpression(RoleSpelling.Pattern, ErrorMessage = RoleSpelling.Rule)]
    public string Role { get; init; } = "";

    /// <summary>When it stops working by itself.</summary>
    public DateTimeOffset? ExpiresAt { get; init; }
}

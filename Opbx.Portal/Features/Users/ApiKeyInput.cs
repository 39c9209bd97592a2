using System.ComponentModel.DataAnnotations;

namespace Opbx.Portal.Features.Users;

internal sealed record ApiKeyInput
{
    [Required, StringLength(100, MinimumLength = 1)]
    public string Name { get; init; } = "";

    [Required, RegularExpression(RoleSpelling.Pattern, ErrorMessage = RoleSpelling.Rule)]
    public string Role { get; init; } = "";

    public DateTimeOffset? ExpiresAt { get; init; }
}

using System.ComponentModel.DataAnnotations;

namespace Opbx.Portal.Features.Users;

/// <summary>Body of a change of a user; absent members stay.</summary>
internal sealed record UserChange
{
    [RegularExpression(RoleSpelling.Pattern, ErrorMessage = RoleSpelling.Rule)]
    public string? Role { get; init; }

    /// <summary>Whether the person may sign in.</summary>
    public bool? Active { get; init; }
}

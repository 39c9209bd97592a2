using System.ComponentModel.DataAnnotations;

namespace Opbx.Portal.Features.Users;

/// <summary>Absent members are unchanged.</summary>
internal sealed record UserChange
{
    [RegularExpression(RoleSpelling.Pattern, ErrorMessage = RoleSpelling.Rule)]
    public string? Role { get; init; }

    /// <summary>Whether the person can sign in.</summary>
    public bool? Active { get; init; }
}

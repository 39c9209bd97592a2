using System.ComponentModel.DataAnnotations;
using Opbx.Core.Users;

namespace Opbx.Portal.Features.Users;

internal sealed record UserInvitation
{
    [Required, StringLength(AccountRules.LongestEmail)]
    public string Email { get; init; } = "";

    /// <summary>The e-mail address when absent.</summary>
    [StringLength(100)]
    public string? Name { get; init; }

    [Required, RegularExpression(RoleSpelling.Pattern, ErrorMessage = RoleSpelling.Rule)]
    public string Role { get; init; } = "";

    [StringLength(6)]
    public string? Extension { get; init; }

    /// <summary>The PBX of the person's extension; required when several PBXs have the number.</summary>
    public Guid? PbxId { get; init; }
}

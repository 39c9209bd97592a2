using System.ComponentModel.DataAnnotations;
using Opbx.Core.Users;

namespace Opbx.Portal.Features.Users;

/// <summary>Body of an invitation.</summary>
internal sealed record UserInvitation
{
    [Required, StringLength(AccountRules.LongestEmail)]
    public string Email { get; init; } = "";

    /// <summary>How the person is called; the address when absent.</summary>
    [StringLength(100)]
    public string? Name { get; init; }

    [Required, RegularExpression(RoleSpelling.Pattern, ErrorMessage = RoleSpelling.Rule)]
    public string Role { get; init; } = "";

    [StringLength(6)]
    public string? Extension { get; init; }

    /// <summary>The PBX of the own extension; needed when several have the number.</summary>
    public Guid? PbxId { get; init; }
}

using System.ComponentModel.DataAnnotations;
using Opbx.Core.Permissions;
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

/// <summary>Body of a change of a user; absent members stay.</summary>
internal sealed record UserChange
{
    [RegularExpression(RoleSpelling.Pattern, ErrorMessage = RoleSpelling.Rule)]
    public string? Role { get; init; }

    /// <summary>Whether the person may sign in.</summary>
    public bool? Active { get; init; }
}

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

/// <summary>How the API spells roles: with a capital letter, as people do.</summary>
internal static class RoleSpelling
{
    public const string Pattern = "^(Owner|Admin|Supervisor|User|Reporter)$";
    public const string Rule = "The role must be one of: Owner, Admin, Supervisor, User, Reporter.";

    public static Role Parse(string text) => Enum.Parse<Role>(text);
}

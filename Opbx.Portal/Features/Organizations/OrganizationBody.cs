using System.ComponentModel.DataAnnotations;
using Opbx.Core.Users;

namespace Opbx.Portal.Features.Organizations;

/// <summary>Body of a new organization.</summary>
internal sealed record OrganizationBody
{
    /// <summary>The name, unique in the installation.</summary>
    [Required]
    public string Name { get; init; } = "";

    /// <summary>IANA time zone; UTC when absent.</summary>
    public string? TimeZone { get; init; }

    /// <summary>The address of its first owner.</summary>
    [Required]
    public string OwnerEmail { get; init; } = "";

    /// <summary>The owner's password; an invitation link is answered when absent.</summary>
    [StringLength(AccountRules.LongestPassword)]
    public string? OwnerPassword { get; init; }
}

using System.ComponentModel.DataAnnotations;
using Opbx.Core.Users;

namespace Opbx.Portal.Features.Organizations;

internal sealed record OrganizationBody
{
    /// <summary>Unique in the installation.</summary>
    [Required]
    public string Name { get; init; } = "";

    /// <summary>IANA time zone; UTC when absent.</summary>
    public string? TimeZone { get; init; }

    /// <summary>E-mail address of its first owner.</summary>
    [Required]
    public string OwnerEmail { get; init; } = "";

    /// <summary>The owner's password; when absent, the response has an invitation link.</summary>
    [StringLength(AccountRules.LongestPassword)]
    public string? OwnerPassword { get; init; }
}

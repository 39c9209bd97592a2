namespace Opbx.Portal.Features.Organizations;

/// <summary>Absent members are unchanged.</summary>
internal sealed record OrganizationChangeBody
{
    public string? Name { get; init; }

    /// <summary>IANA time zone.</summary>
    public string? TimeZone { get; init; }

    /// <summary>Whether it is in service; true also cancels a deletion.</summary>
    public bool? Active { get; init; }
}

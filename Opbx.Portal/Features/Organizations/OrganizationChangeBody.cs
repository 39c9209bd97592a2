namespace Opbx.Portal.Features.Organizations;

/// <summary>Body of a change of an organization; absent members stay.</summary>
internal sealed record OrganizationChangeBody
{
    public string? Name { get; init; }

    /// <summary>IANA time zone.</summary>
    public string? TimeZone { get; init; }

    /// <summary>Whether it is in service; true also takes a deletion back.</summary>
    public bool? Active { get; init; }
}

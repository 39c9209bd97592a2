namespace Opbx.Core.Persistence;

/// <summary>A row of one organization, invisible to others.</summary>
public interface ITenantOwned
{
    Guid OrganizationId { get; }
}

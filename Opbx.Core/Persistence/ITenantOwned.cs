namespace Opbx.Core.Persistence;

/// <summary>A row that belongs to one organization; other organizations never see it.</summary>
public interface ITenantOwned
{
    Guid OrganizationId { get; }
}

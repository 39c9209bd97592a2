namespace Opbx.Core.Organizations;

public enum OrganizationState
{
    /// <summary>People may sign in, keys work, calls are routed.</summary>
    Active,
    /// <summary>Nobody can sign in, no key works, callers hear an announcement; no data is lost.</summary>
    Suspended,
    /// <summary>Suspended, and removed completely when the grace period is over.</summary>
    Deleting,
}

namespace Opbx.Core.Organizations;

/// <summary>How an organization is at present.</summary>
public enum OrganizationState
{
    /// <summary>Its people may sign in, its keys work, its calls are routed.</summary>
    Active,

    /// <summary>Nobody signs in, no key works, callers hear a sentence; nothing is lost.</summary>
    Suspended,

    /// <summary>Suspended, and removed with everything when the grace period is over.</summary>
    Deleting,
}

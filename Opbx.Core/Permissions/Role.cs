namespace Opbx.Core.Permissions;

/// <summary>Of a person or an API key within an organization.</summary>
public enum Role
{
    /// <summary>Everything, including pairing, API keys and users.</summary>
    Owner,
    /// <summary>The PBX's configuration, and users below Admin.</summary>
    Admin,
    /// <summary>Live calls and reports of everyone; no configuration.</summary>
    Supervisor,
    /// <summary>Their own extension, calls and voicemail.</summary>
    User,
    /// <summary>Call logs and reports, read-only.</summary>
    Reporter,
}

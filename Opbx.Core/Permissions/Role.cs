namespace Opbx.Core.Permissions;

/// <summary>What a person or an API key may do within an organization.</summary>
public enum Role
{
    /// <summary>Everything, including pairing, API keys and users.</summary>
    Owner,

    /// <summary>The PBX's configuration, and users below Admin.</summary>
    Admin,

    /// <summary>Live calls and reports of everyone; no configuration.</summary>
    Supervisor,

    /// <summary>The own extension, calls and voicemail.</summary>
    User,

    /// <summary>Call logs and reports, read-only.</summary>
    Reporter,
}

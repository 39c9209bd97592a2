namespace Opbx.Core.Permissions;

/// <summary>Who does something: every editor and directory asks it before anything else.</summary>
/// <param name="OrganizationId">The tenant; nothing outside it is visible.</param>
/// <param name="Name">How history names the actor, for example an e-mail address.</param>
/// <param name="Source">The way the change comes in.</param>
/// <param name="Own">The own extension of a person, when linked.</param>
/// <param name="UserId">The person, when there is one; nobody while acting for another organization, where the person has no
/// account.</param>
/// <param name="IsPlatformAdmin">Whether the actor looks after all organizations of the installation, too.</param>
public sealed record Actor(Guid OrganizationId, Role Role, string Name, ActorSource Source, OwnExtension? Own = null, Guid? UserId = null,
    bool IsPlatformAdmin = false)
{
    /// <summary>As whom else than themselves the person works at present.</summary>
    public ActingFor? Acting { get; init; }

    public bool May(Permission permission) =>
        PermissionTable.Allows(Role, permission) || (IsPlatformAdmin && PermissionTable.AllowsPlatformAdmins(permission));

    /// <summary>The number of the actor's own extension on this PBX; null when the own one is on another PBX, or there is none.</summary>
    public string? ExtensionOn(Guid pbxId) => Own is { } own && own.PbxId == pbxId ? own.Number : null;

    /// <summary>Whether this extension of this PBX is the actor's own.</summary>
    public bool Owns(Guid pbxId, string? number) => number is not null && ExtensionOn(pbxId) == number;

    /// <summary>The portal itself, acting within one organization.</summary>
    public static Actor System(Guid organizationId, string name) => new(organizationId, Role.Owner, name, ActorSource.System);
}

/// <summary>The way a change comes in.</summary>
public enum ActorSource
{
    Portal,
    Api,

    /// <summary>The portal itself: start-up, synchronization, jobs.</summary>
    System,
}

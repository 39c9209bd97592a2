namespace Opbx.Core.Permissions;

/// <summary>Who does something; every editor and directory checks it first.</summary>
/// <param name="OrganizationId">The tenant; nothing outside it is visible.</param>
/// <param name="Name">The actor's name in the history, for example an e-mail address.</param>
/// <param name="Own">The person's own extension, when linked.</param>
/// <param name="UserId">Null while acting for another organization, where the person has no account.</param>
/// <param name="IsPlatformAdmin">Whether the actor also manages all organizations of the installation.</param>
public sealed record Actor(Guid OrganizationId, Role Role, string Name, ActorSource Source, OwnExtension? Own = null, Guid? UserId = null,
    bool IsPlatformAdmin = false)
{
    public ActingFor? Acting { get; init; }

    public bool May(Permission permission) =>
        PermissionTable.Allows(Role, permission) || (IsPlatformAdmin && PermissionTable.AllowsPlatformAdmins(permission));

    /// <summary>The number of the actor's own extension on this PBX; null when it is on another PBX, or there is none.</summary>
    public string? ExtensionOn(Guid pbxId) => Own is { } own && own.PbxId == pbxId ? own.Number : null;

    public bool Owns(Guid pbxId, string? number) => number is not null && ExtensionOn(pbxId) == number;

    /// <summary>The portal itself, acting within one organization.</summary>
    public static Actor System(Guid organizationId, string name) => new(organizationId, Role.Owner, name, ActorSource.System);
}

/// <summary>Where a change comes from.</summary>
public enum ActorSource
{
    Portal,
    Api,
    /// <summary>The portal itself: start-up, synchronization, jobs.</summary>
    System,
}

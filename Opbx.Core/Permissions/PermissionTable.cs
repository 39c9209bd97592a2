using System.Collections.Frozen;

namespace Opbx.Core.Permissions;

/// <summary>The only place that decides who can do what; pages, endpoints, editors and directories all use it.</summary>
public static class PermissionTable
{
    private static readonly FrozenDictionary<Permission, FrozenSet<Role>> Rows = new Dictionary<Permission, Role[]> {
        [Permission.ViewConfiguration] = [Role.Owner, Role.Admin, Role.Supervisor, Role.Reporter],
        [Permission.EditConfiguration] = [Role.Owner, Role.Admin],
        [Permission.EditOwnExtension] = [Role.Owner, Role.Admin, Role.Supervisor, Role.User],
        [Permission.ViewSecrets] = [Role.Owner],
        [Permission.RevealSipPassword] = [Role.Owner, Role.Admin],
        [Permission.ManagePbxs] = [Role.Owner],
        [Permission.ManagePairing] = [Role.Owner],
        [Permission.RepairSync] = [Role.Owner, Role.Admin],
        [Permission.Simulate] = [Role.Owner, Role.Admin, Role.Supervisor],
        [Permission.ViewAllCalls] = [Role.Owner, Role.Admin, Role.Supervisor, Role.Reporter],
        [Permission.ViewOwnCalls] = [Role.Owner, Role.Admin, Role.Supervisor, Role.User, Role.Reporter],
        [Permission.ViewLiveCalls] = [Role.Owner, Role.Admin, Role.Supervisor],
        [Permission.ControlCalls] = [Role.Owner, Role.Admin, Role.Supervisor],
        [Permission.JoinCalls] = [Role.Owner, Role.Admin, Role.Supervisor],
        [Permission.ListenToAllVoicemail] = [Role.Owner, Role.Admin, Role.Supervisor],
        [Permission.ListenToOwnVoicemail] = [Role.Owner, Role.Admin, Role.Supervisor, Role.User],
        [Permission.ListenToAllRecordings] = [Role.Owner, Role.Admin, Role.Supervisor],
        [Permission.ListenToOwnRecordings] = [Role.Owner, Role.Admin, Role.Supervisor, Role.User],
        [Permission.DeleteRecordings] = [Role.Owner, Role.Admin],
        [Permission.ViewIntegrations] = [Role.Owner, Role.Admin],
        [Permission.EditIntegrations] = [Role.Owner, Role.Admin],
        [Permission.ViewUsers] = [Role.Owner, Role.Admin],
        [Permission.ManageUsers] = [Role.Owner, Role.Admin],
        [Permission.ManageAdmins] = [Role.Owner],
        [Permission.ManageSignInRules] = [Role.Owner],
        [Permission.ManageApiKeys] = [Role.Owner],
        [Permission.ViewHistory] = [Role.Owner, Role.Admin],
        [Permission.DeletePersonalData] = [Role.Owner],
        [Permission.UseSandbox] = [Role.Owner, Role.Admin],
        [Permission.ManageOrganizations] = [],
        [Permission.ActAsOrganization] = [],
    }.ToFrozenDictionary(row => row.Key, row => row.Value.ToFrozenSet());

    private static readonly FrozenSet<Permission> PlatformAdmins = [Permission.ManageOrganizations, Permission.ActAsOrganization];

    /// <summary>Whether platform admins have the permission, whatever their role in their own organization.</summary>
    public static bool AllowsPlatformAdmins(Permission permission) => PlatformAdmins.Contains(permission);

    public static bool Allows(Role role, Permission permission) => Rows[permission].Contains(role);
}

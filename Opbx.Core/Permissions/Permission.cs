namespace Opbx.Core.Permissions;

/// <summary>The rows of <see cref="PermissionTable"/>.</summary>
public enum Permission
{
    ViewConfiguration,
    EditConfiguration,
    /// <summary>Change what people can change of their own extension.</summary>
    EditOwnExtension,
    /// <summary>See secrets of the configuration (export with secrets).</summary>
    ViewSecrets,
    RevealSipPassword,
    /// <summary>Create and delete PBXs.</summary>
    ManagePbxs,
    /// <summary>Pair with Cloudonix, unpair, rotate keys.</summary>
    ManagePairing,
    RepairSync,
    Simulate,
    ViewAllCalls,
    ViewOwnCalls,
    ViewLiveCalls,
    /// <summary>Hang up and transfer live calls.</summary>
    ControlCalls,
    /// <summary>Listen to live calls, whisper, and join them.</summary>
    JoinCalls,
    ListenToAllVoicemail,
    /// <summary>Listen to one's own mailbox, and delete from it.</summary>
    ListenToOwnVoicemail,
    ListenToAllRecordings,
    ListenToOwnRecordings,
    /// <summary>Delete recorded calls, and messages from every mailbox.</summary>
    DeleteRecordings,
    ViewIntegrations,
    EditIntegrations,
    ViewUsers,
    /// <summary>Invite, change and remove users below Admin.</summary>
    ManageUsers,
    /// <summary>Invite, change and remove Admins and Owners.</summary>
    ManageAdmins,
    /// <summary>Decide how people must sign in.</summary>
    ManageSignInRules,
    ManageApiKeys,
    ViewHistory,
    /// <summary>Delete the data about an outside person's number.</summary>
    DeletePersonalData,
    UseSandbox,
    /// <summary>Create, suspend and delete organizations of the installation.</summary>
    ManageOrganizations,
    /// <summary>Work as another organization for a while, with a reason.</summary>
    ActAsOrganization,
}

namespace Opbx.Core.Permissions;

/// <summary>One thing that roles may or may not do; the rows of <see cref="PermissionTable"/>.</summary>
public enum Permission
{
    /// <summary>See the PBX's configuration.</summary>
    ViewConfiguration,

    /// <summary>Change the PBX's configuration.</summary>
    EditConfiguration,

    /// <summary>Change what people may change of their own extension.</summary>
    EditOwnExtension,

    /// <summary>See secrets of the configuration (export with secrets).</summary>
    ViewSecrets,

    /// <summary>Reveal one extension's SIP password.</summary>
    RevealSipPassword,

    /// <summary>Create and delete PBXs.</summary>
    ManagePbxs,

    /// <summary>Pair with Cloudonix, unpair, rotate keys.</summary>
    ManagePairing,

    RepairSync,
    Simulate,
    ViewAllCalls,

    /// <summary>See the own extension's calls.</summary>
    ViewOwnCalls,

    ViewLiveCalls,

    /// <summary>Hang up and transfer live calls.</summary>
    ControlCalls,

    /// <summary>Listen to live calls, whisper, and join them.</summary>
    JoinCalls,

    ListenToAllVoicemail,

    /// <summary>Listen to the own mailbox, and delete from it.</summary>
    ListenToOwnVoicemail,

    ListenToAllRecordings,
    ListenToOwnRecordings,

    /// <summary>Delete recorded calls, and messages from every mailbox.</summary>
    DeleteRecordings,

    ViewIntegrations,
    EditIntegrations,

    /// <summary>See the organization's users.</summary>
    ViewUsers,

    /// <summary>Invite, change and remove users below Admin.</summary>
    ManageUsers,

    /// <summary>Invite, change and remove Admins and Owners.</summary>
    ManageAdmins,

    /// <summary>Decide how people must sign in.</summary>
    ManageSignInRules,

    ManageApiKeys,
    ViewHistory,

    /// <summary>Delete what is kept about the number of a person outside.</summary>
    DeletePersonalData,

    UseSandbox,

    /// <summary>Create, suspend and delete organizations of the installation.</summary>
    ManageOrganizations,

    /// <summary>Work as another organization for a while, with a reason.</summary>
    ActAsOrganization,
}

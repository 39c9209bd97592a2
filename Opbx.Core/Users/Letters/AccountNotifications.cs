namespace Opbx.Core.Users.Letters;

/// <summary>What people are told by mail about their own account, so that they notice when it was not them.</summary>
public enum AccountNotifications
{
    /// <summary>The second factor was switched on.</summary>
    SecondFactorOn,

    /// <summary>The second factor was switched off.</summary>
    SecondFactorOff,

    /// <summary>New recovery codes were made.</summary>
    NewRecoveryCodes,

    PasskeyAdded,
    PasswordChanged,

    /// <summary>Somebody signed in on a device that was not known.</summary>
    NewDevice,

    /// <summary>Somebody asked for a link to choose another password.</summary>
    ResetAsked,
}

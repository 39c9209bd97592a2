namespace Opbx.Core.Users.Mails;

/// <summary>Notifications to people about their own account, so that they notice actions of others.</summary>
public enum AccountNotifications
{
    SecondFactorOn,
    SecondFactorOff,
    NewRecoveryCodes,
    PasskeyAdded,
    PasswordChanged,
    /// <summary>A sign-in on an unknown device.</summary>
    NewDevice,
    /// <summary>A link to reset the password was requested.</summary>
    ResetAsked,
}

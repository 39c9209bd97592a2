namespace Opbx.Portal.Security;

/// <summary>What came of checking a password.</summary>
public enum PasswordVerdict
{
    Right,

    /// <summary>It is not the one, or it was not looked at because of too many wrong ones.</summary>
    Wrong,

    /// <summary>Too many are being checked.</summary>
    TooBusy,
}

namespace Opbx.Portal.Security;

public enum PasswordVerdict
{
    Right,
    /// <summary>It is wrong, or was not checked because of too many wrong ones.</summary>
    Wrong,
    /// <summary>Too many are being checked.</summary>
    TooBusy,
}

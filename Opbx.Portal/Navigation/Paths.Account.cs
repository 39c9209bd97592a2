namespace Opbx.Portal.Navigation;

/// <summary>The pages of the person's own account.</summary>
public static partial class Paths
{
    public const string Account = "/account";
    public const string OwnPassword = "/account/password";
    public const string SecondFactor = "/account/second-factor";
    public const string SecondFactorOff = "/account/second-factor/off";
    public const string RecoveryCodes = "/account/second-factor/codes";
    public const string NewPasskey = "/account/passkeys/new";
    public const string OwnExtension = "/account/extension";
    /// <summary>Somebody else covers the person's own calls.</summary>
    public const string OwnCover = "/account/cover";
}

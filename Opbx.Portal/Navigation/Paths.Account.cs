namespace Opbx.Portal.Navigation;

/// <summary>The pages of the own account.</summary>
public static partial class Paths
{
    public const string Account = "/account";
    public const string OwnPassword = "/account/password";

    /// <summary>Switching the own second factor on.</summary>
    public const string SecondFactor = "/account/second-factor";

    /// <summary>Switching the own second factor off.</summary>
    public const string SecondFactorOff = "/account/second-factor/off";

    public const string RecoveryCodes = "/account/second-factor/codes";
    public const string NewPasskey = "/account/passkeys/new";
    public const string OwnExtension = "/account/extension";

    /// <summary>Letting somebody else take the own calls.</summary>
    public const string OwnCover = "/account/cover";
}

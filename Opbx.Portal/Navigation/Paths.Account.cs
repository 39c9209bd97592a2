namespace Opbx.Portal.Navigation;

/// <summary>The pages of the own account.</summary>
public static partial class Paths
{
    /// <summary>The own account.</summary>
    public const string Account = "/account";

    /// <summary>Changing the own password.</summary>
    public const string OwnPassword = "/account/password";

    /// <summary>Switching the own second factor on.</summary>
    public const string SecondFactor = "/account/second-factor";

    /// <summary>Switching the own second factor off.</summary>
    public const string SecondFactorOff = "/account/second-factor/off";

    /// <summary>Making new recovery codes.</summary>
    public const string RecoveryCodes = "/account/second-factor/codes";

    /// <summary>Adding a passkey.</summary>
    public const string NewPasskey = "/account/passkeys/new";

    /// <summary>The own extension.</summary>
    public const string OwnExtension = "/account/extension";

    /// <summary>Letting somebody else take the own calls.</summary>
    public const string OwnCover = "/account/cover";
}

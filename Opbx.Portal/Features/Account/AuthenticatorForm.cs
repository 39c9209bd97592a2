namespace Opbx.Portal.Features.Account;

internal sealed class AuthenticatorForm
{
    /// <summary>The key that was shown, encrypted.</summary>
    public string? Key { get; set; }

    public string? Code { get; set; }
}

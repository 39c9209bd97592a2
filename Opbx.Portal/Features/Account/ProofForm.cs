namespace Opbx.Portal.Features.Account;

/// <summary>Form with which people prove again who they are.</summary>
internal sealed class ProofForm
{
    public string? Password { get; set; }

    /// <summary>A code of the app, or a recovery code.</summary>
    public string? Code { get; set; }
}

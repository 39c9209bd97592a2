using Opbx.Portal.Security;

namespace Opbx.Portal.Features.Account;

public sealed partial class RecoveryCodesPage
{
    private IReadOnlyList<string>? _codes;

    [SupplyParameterFromForm(FormName = "recovery-codes")] private ProofForm Form { get; set; } = default!;
    [Inject] private OwnSignIn SignIn { get; set; } = default!;

    protected override async Task OnInitializedAsync()
    {
        Form ??= new ProofForm();
        await base.OnInitializedAsync();
    }

    private async Task RenewAsync()
    {
        var made = await SignIn.RenewCodesAsync(Actor, Form.Password, Context.RequestAborted);
        _codes = made.Value?.Codes;
        Show(made.Failure);
    }
}

/// <summary>Form with which people prove again who they are.</summary>
internal sealed class ProofForm
{
    public string? Password { get; set; }

    /// <summary>A code of the app, or a recovery code.</summary>
    public string? Code { get; set; }
}

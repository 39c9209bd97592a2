using Opbx.Core.Users.SecondFactors;
using Opbx.Portal.Security;

namespace Opbx.Portal.Features.Account;

/// <summary>A plain page, because it renews the session's cookie.</summary>
public sealed partial class SecondFactorPage
{
    private SecondFactorState _state = new(null, 0);
    private (byte[] Key, string Carried) _pending;
    private IReadOnlyList<string>? _codes;

    [SupplyParameterFromForm(FormName = "second-factor")] private AuthenticatorForm Form { get; set; } = default!;
    [Inject] private OwnSignIn SignIn { get; set; } = default!;
    [Inject] private SecondFactorCheck Factors { get; set; } = default!;
    [Inject] private PendingKey Pending { get; set; } = default!;

    protected override async Task OnInitializedAsync()
    {
        Form ??= new AuthenticatorForm();
        await base.OnInitializedAsync();
        _state = await Factors.StateAsync(Actor.UserId ?? Guid.Empty, Context.RequestAborted);
        _pending = Pending.For(Actor.UserId ?? Guid.Empty, Form.Key);
    }

    private async Task SwitchOnAsync()
    {
        var made = await SignIn.SwitchOnAsync(Actor, _pending.Key, Form.Code, Context.RequestAborted);
        _codes = made.Value?.Codes;
        Show(made.Failure);
    }
}

internal sealed class AuthenticatorForm
{
    /// <summary>The key that was shown, encrypted.</summary>
    public string? Key { get; set; }

    public string? Code { get; set; }
}

using Opbx.Portal.Navigation;
using Opbx.Portal.Security;

namespace Opbx.Portal.Features.Account;

/// <summary>A plain page, because it renews the session's cookie.</summary>
public sealed partial class PasswordPage
{
    [SupplyParameterFromForm(FormName = "password")] private PasswordForm Form { get; set; } = default!;
    [Inject] private OwnSignIn Own { get; set; } = default!;
    [Inject] private NavigationManager Navigation { get; set; } = default!;

    protected override async Task OnInitializedAsync()
    {
        Form ??= new PasswordForm();
        await base.OnInitializedAsync();
    }

    private async Task ChangeAsync()
    {
        var changed = await Own.ChangePasswordAsync(Actor, Form.Present, Form.Wanted, Context.RequestAborted);
        Show(changed.Failure);
        if (changed.Ok) Navigation.NavigateTo($"{Paths.Account}?changed=password");
    }

    internal sealed class PasswordForm
    {
        public string? Present { get; set; }
        public string? Wanted { get; set; }
    }
}

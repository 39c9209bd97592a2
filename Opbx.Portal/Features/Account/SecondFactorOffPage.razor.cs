using Opbx.Portal.Navigation;
using Opbx.Portal.Security;

namespace Opbx.Portal.Features.Account;

public sealed partial class SecondFactorOffPage
{
    [SupplyParameterFromForm(FormName = "second-factor-off")] private ProofForm Form { get; set; } = default!;
    [Inject] private OwnSignIn SignIn { get; set; } = default!;
    [Inject] private NavigationManager Navigation { get; set; } = default!;

    protected override async Task OnInitializedAsync()
    {
        Form ??= new ProofForm();
        await base.OnInitializedAsync();
    }

    private async Task SwitchOffAsync()
    {
        var done = await SignIn.SwitchOffAsync(Actor, Form.Password, Form.Code, Context.RequestAborted);
        Show(done.Failure);
        if (done.Ok) Navigation.NavigateTo($"{Paths.Account}?changed=factor-off");
    }
}

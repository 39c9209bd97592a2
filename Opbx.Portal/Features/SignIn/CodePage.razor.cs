using Opbx.Core.Users;
using Opbx.Portal.Navigation;
using Opbx.Portal.Security;

namespace Opbx.Portal.Features.SignIn;

/// <summary>The second step of signing in: a code of the authenticator app, or a recovery code.</summary>
public sealed partial class CodePage
{
    private User? _user;
    private string? _problem;

    /// <summary>The page the person requested.</summary>
    [SupplyParameterFromQuery] public string? ReturnUrl { get; set; }

    /// <summary>Whether to ask for a recovery code.</summary>
    [SupplyParameterFromQuery] public bool Recovery { get; set; }

    [SupplyParameterFromForm(FormName = "sign-in-code")] private CodeForm Form { get; set; } = default!;
    [CascadingParameter] private HttpContext Context { get; set; } = default!;
    [Inject] private SecondStep Step { get; set; } = default!;
    [Inject] private NavigationManager Navigation { get; set; } = default!;

    protected override async Task OnInitializedAsync()
    {
        Form ??= new CodeForm();
        _user = await Step.FindAsync();
    }

    private async Task CheckAsync()
    {
        if (_user is null) return;
        if (await Step.CompleteAsync(_user, Form.Code, Recovery, Context.RequestAborted)) Navigation.NavigateTo(LocalPath.From(ReturnUrl));
        else _problem =
            "The code does not match, was used before, or there were too many attempts. Wait for the next code, or some minutes.";
    }

    internal sealed class CodeForm
    {
        public string? Code { get; set; }
    }
}

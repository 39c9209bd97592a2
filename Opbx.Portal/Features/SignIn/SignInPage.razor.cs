using Opbx.Core.Users.Letters;
using Opbx.Portal.Navigation;
using Opbx.Portal.Security;

namespace Opbx.Portal.Features.SignIn;

public sealed partial class SignInPage
{
    private string? _problem;

    /// <summary>The page the person requested.</summary>
    [SupplyParameterFromQuery] public string? ReturnUrl { get; set; }

    [SupplyParameterFromForm(FormName = "sign-in")] private SignInForm Form { get; set; } = default!;
    [SupplyParameterFromForm(FormName = "sign-in-passkey")] private PasskeyForm Passkey { get; set; } = default!;
    [CascadingParameter] private HttpContext Context { get; set; } = default!;
    [Inject] private SignInFlow Flow { get; set; } = default!;
    [Inject] private PasskeyFlow Passkeys { get; set; } = default!;
    [Inject] private AccountMails Letters { get; set; } = default!;
    [Inject] private PublicAddress Address { get; set; } = default!;
    [Inject] private NavigationManager Navigation { get; set; } = default!;

    protected override void OnInitialized()
    {
        Form ??= new SignInForm();
        Passkey ??= new PasskeyForm();
    }

    private async Task SignInWithPasskeyAsync()
    {
        if (await Passkeys.SignInAsync(Passkey.Credential, Context.RequestAborted)) Navigation.NavigateTo(LocalPath.From(ReturnUrl));
        else _problem = "The passkey is not known here, or its account cannot sign in. Sign in with your password.";
    }

    private async Task SignInAsync()
    {
        switch (await Flow.SignInAsync(Form.Email, Form.Password, Context.Connection.RemoteIpAddress, Context.RequestAborted))
        {
            case SignInOutcome.SignedIn:
                Navigation.NavigateTo(LocalPath.From(ReturnUrl));
                break;
            case SignInOutcome.CodeNeeded:
                Navigation.NavigateTo(Paths.SignInCode(LocalPath.From(ReturnUrl)));
                break;
            case SignInOutcome.SetUpNeeded:
                Navigation.NavigateTo(Paths.SignInSetUp(LocalPath.From(ReturnUrl)));
                break;
            case SignInOutcome.Refused:
                _problem = "E-mail address and password do not match, or there were too many attempts. Check both, or wait some minutes.";
                break;
            case SignInOutcome.TooBusy:
                Context.Response.StatusCode = StatusCodes.Status429TooManyRequests;
                Context.Response.Headers.RetryAfter = "60";
                _problem = "There are too many attempts to sign in right now. Try again in a minute.";
                break;
        }
    }

    internal sealed class SignInForm
    {
        public string? Email { get; set; }
        public string? Password { get; set; }
    }

    internal sealed class PasskeyForm
    {
        public string? Credential { get; set; }
    }
}

using Opbx.Portal.Navigation;
using Opbx.Portal.Security;

namespace Opbx.Portal.Features.SignIn;

/// <summary>Ends the session. The user menu posts its form here.</summary>
public sealed partial class SignOutPage
{
    [CascadingParameter] private HttpContext Context { get; set; } = default!;
    [Inject] private SignInFlow Flow { get; set; } = default!;
    [Inject] private NavigationManager Navigation { get; set; } = default!;

    private async Task SignOutAsync()
    {
        await Flow.SignOutAsync(Context.RequestAborted);
        Navigation.NavigateTo(Paths.SignIn);
    }
}

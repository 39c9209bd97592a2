using Opbx.Core.Users;
using Opbx.Portal.Components.Ui;
using Opbx.Portal.Navigation;
using Opbx.Portal.Security;

namespace Opbx.Portal.Features.SignIn;

/// <summary>The target of an invitation link: an invited person chooses a password.</summary>
public sealed partial class InvitationPage
{
    private readonly FormContext _context = new();
    private Invitation? _invitation;
    private Failure? _failure;

    [SupplyParameterFromQuery] public string? Token { get; set; }
    [SupplyParameterFromForm(FormName = "invitation")] private InvitationForm Form { get; set; } = default!;
    [CascadingParameter] private HttpContext Context { get; set; } = default!;
    [Inject] private Invitations Invitations { get; set; } = default!;
    [Inject] private SignInFlow Flow { get; set; } = default!;
    [Inject] private NavigationManager Navigation { get; set; } = default!;

    protected override async Task OnInitializedAsync()
    {
        Form ??= new InvitationForm();
        _invitation = await Invitations.FindAsync(Token, Context.RequestAborted);
    }

    private async Task AcceptAsync()
    {
        var accepted = await Invitations.AcceptAsync(Token, Form.Password, Context.RequestAborted);
        _failure = accepted.Failure;
        _context.Show(accepted.Failure?.Errors);
        if (!accepted.Ok) return;
        Navigation.NavigateTo(await Flow.SignInAsync(accepted.Value, Context.RequestAborted) switch {
            SignInOutcome.SignedIn => Paths.Home,
            SignInOutcome.CodeNeeded => Paths.SignInCode(Paths.Home),
            SignInOutcome.SetUpNeeded => Paths.SignInSetUp(Paths.Home),
            SignInOutcome.Refused or SignInOutcome.TooBusy => Paths.SignIn,
        });
    }

    internal sealed class InvitationForm
    {
        public string? Password { get; set; }
    }
}

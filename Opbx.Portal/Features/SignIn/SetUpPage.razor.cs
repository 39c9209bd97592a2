using Opbx.Core.Users;
using Opbx.Portal.Components.Ui;
using Opbx.Portal.Features.Account;
using Opbx.Portal.Security;

namespace Opbx.Portal.Features.SignIn;

/// <summary>For people who have not set up the second factor their organization requires. There is no session until it is done.</summary>
public sealed partial class SetUpPage
{
    private readonly FormContext _context = new();
    private User? _user;
    private (byte[] Key, string Carried) _pending;
    private IReadOnlyList<string>? _codes;
    private Failure? _failure;

    /// <summary>The page the person requested.</summary>
    [SupplyParameterFromQuery] public string? ReturnUrl { get; set; }

    [SupplyParameterFromForm(FormName = "sign-in-set-up")] private AuthenticatorForm Form { get; set; } = default!;
    [CascadingParameter] private HttpContext Context { get; set; } = default!;
    [Inject] private SecondStep Step { get; set; } = default!;
    [Inject] private PendingKey Pending { get; set; } = default!;

    protected override async Task OnInitializedAsync()
    {
        Form ??= new AuthenticatorForm();
        // People who already have a second factor prove it on the page for codes.
        if (await Step.FindAsync() is not { TwoFactorEnabled: false } user) return;
        (_user, _pending) = (user, Pending.For(user.Id, Form.Key));
    }

    private async Task SetUpAsync()
    {
        if (_user is null) return;
        var made = await Step.SetUpAsync(_user, _pending.Key, Form.Code, Context.RequestAborted);
        (_codes, _failure) = (made.Value?.Codes, made.Failure);
        _context.Show(made.Failure?.Errors);
    }
}

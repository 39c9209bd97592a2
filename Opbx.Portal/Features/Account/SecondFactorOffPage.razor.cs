using Microsoft.AspNetCore.Components;
using Opbx.Core.Access;
using Opbx.Core.Shared;
using Opbx.Portal.Components;
using Opbx.Portal.Components.Ui;
using Opbx.Portal.Security;

namespace Opbx.Portal.Features.Account;

/// <summary>Switches the second factor of the own account off.</summary>
public sealed partial class SecondFactorOffPage
{
    private readonly FormContext _context = new();
    private Actor _actor = default!;
    private Failure? _failure;

    [SupplyParameterFromForm(FormName = "second-factor-off")]
    private ProofForm Form { get; set; } = default!;

    [CascadingParameter]
    private HttpContext Context { get; set; } = default!;

    [Inject]
    private OwnSignIn SignIn { get; set; } = default!;

    [Inject]
    private CurrentActor Current { get; set; } = default!;

    [Inject]
    private NavigationManager Navigation { get; set; } = default!;

    /// <inheritdoc/>
    protected override async Task OnInitializedAsync()
    {
        Form ??= new ProofForm();
        _actor = await Current.GetAsync();
    }

    private async Task SwitchOffAsync()
    {
        var done = await SignIn.SwitchOffAsync(_actor, Form.Password, Form.Code, Context.RequestAborted);
        _failure = done.Failure;
        _context.Take(done.Failure?.Errors);
        if (done.Ok) Navigation.NavigateTo($"{Paths.Account}?changed=factor-off");
    }
}

using Microsoft.AspNetCore.Components;
using Opbx.Core.Access;
using Opbx.Core.Shared;
using Opbx.Portal.Components.Ui;
using Opbx.Portal.Security;

namespace Opbx.Portal.Features.Account;

/// <summary>Makes new recovery codes.</summary>
public sealed partial class RecoveryCodesPage
{
    private readonly FormContext _context = new();
    private Actor _actor = default!;
    private IReadOnlyList<string>? _codes;
    private Failure? _failure;

    [SupplyParameterFromForm(FormName = "recovery-codes")]
    private ProofForm Form { get; set; } = default!;

    [CascadingParameter]
    private HttpContext Context { get; set; } = default!;

    [Inject]
    private OwnSignIn SignIn { get; set; } = default!;

    [Inject]
    private CurrentActor Current { get; set; } = default!;

    /// <inheritdoc/>
    protected override async Task OnInitializedAsync()
    {
        Form ??= new ProofForm();
        _actor = await Current.GetAsync();
    }

    private async Task RenewAsync()
    {
        var made = await SignIn.RenewCodesAsync(_actor, Form.Password, Context.RequestAborted);
        (_codes, _failure) = (made.Value?.Codes, made.Failure);
        _context.Take(made.Failure?.Errors);
    }
}

/// <summary>What a form sends by which people prove again who they are.</summary>
internal sealed class ProofForm
{
    /// <summary>The present password.</summary>
    public string? Password { get; set; }

    /// <summary>A code of the app, or a recovery code.</summary>
    public string? Code { get; set; }
}

using Opbx.Portal.Navigation;
using Opbx.Portal.Security;

namespace Opbx.Portal.Features.Account;

/// <summary>A plain page, because the challenge is stored in a cookie.</summary>
public sealed partial class PasskeyPage
{
    [SupplyParameterFromForm(FormName = "passkey")] private PasskeyForm Form { get; set; } = default!;
    [Inject] private PasskeyFlow Flow { get; set; } = default!;
    [Inject] private PublicAddress Address { get; set; } = default!;
    [Inject] private NavigationManager Navigation { get; set; } = default!;

    protected override async Task OnInitializedAsync()
    {
        Form ??= new PasskeyForm();
        await base.OnInitializedAsync();
    }

    private async Task AddAsync()
    {
        var added = await Flow.AddAsync(Actor, Form.Name, Form.Password, Form.Credential, Context.RequestAborted);
        Show(added.Failure);
        if (added.Ok) Navigation.NavigateTo($"{Paths.Account}?changed=passkey");
    }

    internal sealed class PasskeyForm
    {
        public string? Name { get; set; }
        public string? Password { get; set; }
        public string? Credential { get; set; }
    }
}

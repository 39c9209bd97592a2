using Opbx.Core.Users;
using Opbx.Portal.Components;
using Opbx.Portal.Components.Ui;

namespace Opbx.Portal.Features.Account;

public sealed partial class AccountPage
{
    private UserItem? _user;
    private string? _name;
    private Failure? _failure;

    /// <summary>What the page before changed.</summary>
    [SupplyParameterFromQuery] public string? Changed { get; set; }

    [CascadingParameter] private PortalSession Session { get; set; } = default!;
    [Inject] private OwnAccount Account { get; set; } = default!;
    [Inject] private Toasts Toasts { get; set; } = default!;

    protected override async Task OnInitializedAsync() => Show(await Account.GetAsync(Session.Actor, CancellationToken.None));

    private async Task SaveAsync()
    {
        var saved = await Account.RenameAsync(Session.Actor, _name, CancellationToken.None);
        Show(saved);
        if (saved.Ok) Toasts.Done("Saved.");
    }

    private void Show(Result<UserItem> user)
    {
        _failure = user.Failure;
        if (user.Ok) (_user, _name) = (user.Value, user.Value.Name);
    }
}

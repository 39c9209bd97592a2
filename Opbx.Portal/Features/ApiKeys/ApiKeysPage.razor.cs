using Opbx.Core.Users;
using Opbx.Portal.Components;
using Opbx.Portal.Components.Ui;

namespace Opbx.Portal.Features.ApiKeys;

public sealed partial class ApiKeysPage
{
    private DataTable<ApiKeyItem>? _table;

    [CascadingParameter] private PortalSession Session { get; set; } = default!;
    [Inject] private ApiKeyEditor Editor { get; set; } = default!;
    [Inject] private Confirm Confirm { get; set; } = default!;
    [Inject] private Toasts Toasts { get; set; } = default!;
    [Inject] private TimeProvider Clock { get; set; } = default!;

    private async Task RevokeAsync(ApiKeyItem key)
    {
        if (!await Confirm.AskAsync(
            new ConfirmQuestion($"Revoke the key {key.Name}?",
                "Every program that uses it is refused from now on. This cannot be taken back.", "Revoke the key"))) return;
        var revoked = await Editor.RevokeAsync(Session.Actor, key.Id, CancellationToken.None);
        if (revoked.Ok) Toasts.Done($"The key {key.Name} does not work any more.");
        else Toasts.Failed(revoked.Failure.Message);
        if (_table is not null) await _table.RefreshAsync();
    }
}

using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Routing;
using Microsoft.AspNetCore.Components.Web;
using Opbx.Portal.Components;
using Opbx.Portal.Security;

namespace Opbx.Portal.Shell;

/// <summary>App bar, navigation and page.</summary>
public sealed partial class MainLayout : IDisposable
{
    private Actor? _actor;
    private PortalSession? _session;
    private ErrorBoundary? _boundary;
    private bool _drawer;
    private bool _acted;

    [CascadingParameter] private BrowserChoices Choices { get; set; } = default!;
    [CascadingParameter] private Task<AuthenticationState> State { get; set; } = default!;
    [Inject] private ConfigurationStore Store { get; set; } = default!;
    [Inject] private NavigationManager Navigation { get; set; } = default!;

    public void Dispose() => Navigation.LocationChanged -= OnMoved;

    protected override void OnInitialized() => Navigation.LocationChanged += OnMoved;

    protected override async Task OnParametersSetAsync()
    {
        var actor = (await State).User.ToActor();
        if (actor == _actor) return;
        // Null when the session ended while the page was open: then nothing of it stays, whatever the page allows.
        // A person who acted for an organization continues as themselves, and not on a page that would show them something else.
        _acted = _actor?.Acting is not null;
        _actor = actor;
        _session = actor is null ? null : PortalSession.Open(actor, Choices.PbxId, Store);
    }

    private string Here(string fragment) => "/" + Navigation.ToBaseRelativePath(Navigation.Uri).Split('#')[0] + fragment;

    private void CloseDrawer() => _drawer = false;

    private void OnMoved(object? sender, LocationChangedEventArgs e)
    {
        _boundary?.Recover();
        CloseDrawer();
        _ = InvokeAsync(StateHasChanged);
    }
}

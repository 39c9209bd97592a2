using Microsoft.AspNetCore.Components.Routing;
using Opbx.Core.Notices;

namespace Opbx.Portal.Shell;

/// <summary>The portal's notices above every page, until somebody dismisses them.</summary>
public sealed partial class NoticeStrip : IDisposable
{
    private readonly CancellationTokenSource _gone = new();
    private IReadOnlyList<Notice> _notices = [];

    [Parameter, EditorRequired] public Actor Actor { get; set; } = default!;
    [Inject] private NoticeStore Board { get; set; } = default!;
    [Inject] private NavigationManager Navigation { get; set; } = default!;

    public void Dispose()
    {
        Navigation.LocationChanged -= OnMoved;
        _gone.Cancel();
        _gone.Dispose();
    }

    protected override Task OnInitializedAsync()
    {
        Navigation.LocationChanged += OnMoved;
        return LoadAsync();
    }

    private async Task LoadAsync() => _notices = await Board.OpenAsync(Actor, _gone.Token);

    private async Task DismissAsync(Notice notice)
    {
        await Board.DismissAsync(Actor, notice.Id, _gone.Token);
        await LoadAsync();
    }

    private void OnMoved(object? sender, LocationChangedEventArgs e) => _ = InvokeAsync(async () =>
    {
        await LoadAsync();
        StateHasChanged();
    });
}

using Opbx.Portal.Components;
using Opbx.Portal.Navigation;
using Opbx.Portal.Sandbox;
using Opbx.Portal.Sandbox.Calls;

namespace Opbx.Portal.Features.SandboxPhone;

/// <summary>A phone for the built-in sandbox: dial, act as every phone, and watch the documents.</summary>
public sealed partial class SandboxPhonePage : IDisposable
{
    private const int Shown = 6;
    private static readonly TimeSpan BetweenRenders = TimeSpan.FromMilliseconds(250);
    private readonly CancellationTokenSource _gone = new();
    private IReadOnlyList<SandboxCall> _recent = [];
    private SandboxCall? _call;
    private string? _domain;
    private bool _ready;
    private bool _rendering;

    /// <summary>Token of the displayed call.</summary>
    [SupplyParameterFromQuery(Name = "call")] public string? Token { get; set; }

    [CascadingParameter] private PortalSession Session { get; set; } = default!;
    [Inject] private SandboxSwitch Switch { get; set; } = default!;
    [Inject] private SandboxLines Lines { get; set; } = default!;
    [Inject] private SandboxSoftphone Phone { get; set; } = default!;
    [Inject] private TimeProvider Time { get; set; } = default!;
    [Inject] private NavigationManager Navigation { get; set; } = default!;

    private bool On => Switch.IsOn;

    public void Dispose()
    {
        _gone.Cancel();
        _gone.Dispose();
        Phone.Changed -= OnChanged;
        Show(null);
    }

    protected override async Task OnInitializedAsync()
    {
        if (!On || !Session.May(Permission.UseSandbox)) return;
        _domain = await Lines.FindAsync(Session.Actor, Session.PbxId, _gone.Token);
        _ready = true;
        Look();
    }

    protected override void OnParametersSet() => Look();

    protected override void OnAfterRender(bool firstRender)
    {
        if (firstRender && On) Phone.Changed += OnChanged;
    }

    private async Task DialAsync(DialOrder order)
    {
        if (_domain is null) return;
        var call = await Phone.DialAsync(_domain, order.From, order.To, order.FromOutside ? SandboxDirection.Inbound
            : SandboxDirection.Subscriber, order.CallerName);
        Navigation.NavigateTo(Paths.SandboxCall(call.Token));
    }

    /// <summary>A call of another domain is never shown, whatever the address says.</summary>
    private void Look()
    {
        if (_domain is null) return;
        _recent = [.. Phone.Calls.Where(c => c.Domain == _domain).Reverse().Take(Shown)];
        Show(Token is null ? null : Phone.Find(_domain, Token));
    }

    private void Show(SandboxCall? call)
    {
        if (ReferenceEquals(call, _call)) return;
        if (_call is not null) _call.Changed -= OnChanged;
        _call = call;
        if (_call is not null) _call.Changed += OnChanged;
    }

    private void OnChanged() => _ = InvokeAsync(RenderSoonAsync);

    /// <summary>Steps that arrive in quick succession are rendered together.</summary>
    private async Task RenderSoonAsync()
    {
        if (_rendering) return;
        _rendering = true;
        try
        {
            await Task.Delay(BetweenRenders, Time, _gone.Token);
        }
        catch (Exception gone) when (gone is OperationCanceledException or ObjectDisposedException)
        {
            return;
        }

        _rendering = false;
        Look();
        StateHasChanged();
    }
}

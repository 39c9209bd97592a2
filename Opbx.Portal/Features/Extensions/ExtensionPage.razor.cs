using Opbx.Core.Cloudonix.Sync;
using Opbx.Core.Document.Extensions;
using Opbx.Portal.Components.Ui;
using Opbx.Portal.Navigation;

namespace Opbx.Portal.Features.Extensions;

public sealed partial class ExtensionPage : IDisposable
{
    private static readonly TimeSpan LookAgain = TimeSpan.FromSeconds(3);
    private readonly CancellationTokenSource _gone = new();
    private PhoneState? _phone;
    private Guid? _phoneOf;

    /// <summary>The number in the address; null for a new one.</summary>
    [Parameter] public string? Number { get; set; }

    public override Crumb List => new("Extensions", Paths.Extensions);

    [Inject] private PhoneStates Phones { get; set; } = default!;
    [Inject] private TimeProvider Clock { get; set; } = default!;

    protected override ObjectKind Kind => ObjectKind.Extensions;
    protected override string? KeyInAddress => Number;
    protected override string WhatDeletingMeans => "The phone of this extension stops working at once, and its number is free again.";

    public void Dispose()
    {
        _gone.Cancel();
        _gone.Dispose();
    }

    protected override Extension Make() => ExtensionKinds.New(Document.Extensions);

    protected override string PathOf(string key) => Paths.Extension(key);

    protected override string NameOf(Extension value) => $"{value.Number} {value.Name}";

    protected override async Task ShownAsync()
    {
        if (_phoneOf != Saved?.Info.Id) (_phone, _phoneOf) = (null, Saved?.Info.Id);
        await LookAtPhoneAsync();
    }

    /// <summary>A phone is set up within seconds after saving; the page updates when it happens.</summary>
    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (!firstRender) return;
        using var timer = new PeriodicTimer(LookAgain, Clock);
        try
        {
            while (await timer.WaitForNextTickAsync(_gone.Token))
                if (_phone?.State != SubscriberState.Synced && await LookAtPhoneAsync()) StateHasChanged();
        }
        catch (OperationCanceledException)
        {
            // The page was left.
        }
    }

    private async Task<bool> LookAtPhoneAsync()
    {
        if (Saved is not { Object: UserExtension, Info.Id: var id }) return false;
        var before = _phone;
        _phone = (await Phones.FindAsync(Session.Actor, Session.PbxId, [id], CancellationToken.None)).GetValueOrDefault(id);
        return _phone != before;
    }
}

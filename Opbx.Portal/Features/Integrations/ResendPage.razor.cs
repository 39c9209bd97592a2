using Opbx.Core.Integrations.Delivery;
using Opbx.Portal.Components.Ui;
using Opbx.Portal.Navigation;

namespace Opbx.Portal.Features.Integrations;

/// <summary>Resends the events of a time range to one integration, after showing how many there are.</summary>
public sealed partial class ResendPage
{
    private const string Format = "yyyy-MM-dd'T'HH:mm";
    private bool _missed = true;
    private string? _from;
    private string? _until;
    private int? _count;
    private Failure? _failure;

    [Parameter] public string Name { get; set; } = "";
    [Inject] private DeliveryEditor Editor { get; set; } = default!;
    [Inject] private Toasts Toasts { get; set; } = default!;
    [Inject] private TimeProvider Time { get; set; } = default!;

    private string Key => Unescape(Name)!;

    private string Count => _count switch {
        null => "Choose a time to see how many events they are.",
        0 => "There is nothing to send in this time.",
        1 => "1 event will be sent.",
        { } many => $"{many} events will be sent.",
    };

    private string SendText => _count switch {
        null or 0 => "Send",
        1 => "Send 1 event",
        { } many => $"Send {many} events",
    };

    private ReplayRange? Range => Instant(_from) is { } after && Instant(_until) is { } before
        ? new ReplayRange { After = after, Before = before, OnlyMissed = _missed } : null;

    protected override Task OnInitializedAsync()
    {
        var now = TimeZoneInfo.ConvertTime(Time.GetUtcNow(), Session.Zone);
        _from = now.AddDays(-1).ToString(Format, CultureInfo.InvariantCulture);
        _until = now.AddMinutes(1).ToString(Format, CultureInfo.InvariantCulture);
        return CountAsync();
    }

    private Task SetAsync(Action change)
    {
        change();
        return CountAsync();
    }

    private async Task CountAsync()
    {
        _count = null;
        if (Range is not { } range) return;
        var counted = await Editor.ReplayAsync(Session.Actor, PbxId, Key, range, CancellationToken.None, tryOnly: true);
        _failure = counted.Failure;
        if (counted.Ok) _count = counted.Value.Deliveries;
    }

    private async Task SendAsync()
    {
        if (Range is not { } range || _count is null or 0) return;
        var sent = await Editor.ReplayAsync(Session.Actor, PbxId, Key, range, CancellationToken.None);
        _failure = sent.Failure;
        if (!sent.Ok) return;
        Toasts.Done($"{(sent.Value.Deliveries == 1 ? "1 event is" : $"{sent.Value.Deliveries} events are")} being sent.");
        Navigation.NavigateTo(Paths.Deliveries(Key, Account));
    }

    private DateTimeOffset? Instant(string? text) =>
        DateTime.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.None, out var local)
            ? new DateTimeOffset(local, Session.Zone.GetUtcOffset(local)) : null;
}

using Opbx.Core.Document.BusinessHours;
using Opbx.Core.Document.Extensions;
using Opbx.Portal.Components;
using Opbx.Portal.Components.Ui;
using Opbx.Portal.Navigation;

namespace Opbx.Portal.Features.BusinessHours;

public sealed partial class BusinessHoursPage : IDisposable
{
    private static readonly TimeSpan LookAgain = TimeSpan.FromSeconds(30);
    private static readonly IReadOnlyList<string> NineToFive = ["09:00-17:00"];
    private readonly CancellationTokenSource _gone = new();

    /// <summary>The name in the address; null for a new one.</summary>
    [Parameter] public string? Name { get; set; }

    public override Crumb List => new("Business hours", Paths.BusinessHours);

    [Inject] private TimeProvider Clock { get; set; } = default!;

    protected override ObjectKind Kind => ObjectKind.BusinessHours;

    protected override string? KeyInAddress => Unescaped(Name);

    protected override string WhatDeletingMeans => "Its hours, its exceptions and its holidays are lost.";

    private IReadOnlyList<Choice<string>> Zones =>
        [new("", $"As the phone system ({Document.Pbx.TimeZone.Replace('_', ' ')})"), .. Regions.TimeZones];

    public void Dispose()
    {
        _gone.Cancel();
        _gone.Dispose();
    }

    protected override BusinessHoursSchedule Make() => new() {
        Week = new WeekHours { Mon = NineToFive, Tue = NineToFive, Wed = NineToFive, Thu = NineToFive, Fri = NineToFive },
        Open = Document.Extensions.OfType<UserExtension>().FirstOrDefault() is { } first
            ? new ExtensionDestination { Number = first.Number } : new HangupDestination(),
        Closed = new HangupDestination {
            Say =
            "Thank you for calling. We are closed at the moment. Please call again during our business hours."
        },
    };

    protected override string PathOf(string key) => Paths.BusinessHoursOf(key);

    protected override BusinessHoursSchedule Tidy(BusinessHoursSchedule value) => value with { Name = value.Name.Trim() };

    /// <summary>Opening and closing happen by the clock; the page updates when they do.</summary>
    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (!firstRender) return;
        using var timer = new PeriodicTimer(LookAgain, Clock);
        try
        {
            while (await timer.WaitForNextTickAsync(_gone.Token)) StateHasChanged();
        }
        catch (OperationCanceledException)
        {
            // The page was left.
        }
    }

    private CompiledHours Compiled(BusinessHoursSchedule schedule) => CompiledHours.Compile(schedule, Session.Zone);

    private Task OverrideAsync(HoursOverride? hand) => SaveNowAsync(stored => stored with { Override = hand },
        hand is null ? "The schedule is followed again." : hand.State == HoursState.Open ? "Opened by hand." : "Closed by hand.");
}

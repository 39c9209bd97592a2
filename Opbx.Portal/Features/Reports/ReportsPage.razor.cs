using Microsoft.AspNetCore.Components.Routing;
using Opbx.Core.Reports;
using Opbx.Portal.Components;
using Opbx.Portal.Components.Ui;
using Opbx.Portal.Navigation;

namespace Opbx.Portal.Features.Reports;

public sealed partial class ReportsPage : IDisposable
{
    private static readonly CultureInfo English = CultureInfo.GetCultureInfo("en-US");
    private ReportFilter _filter = new(null, null, null);
    private ReportRange _range = default!;
    private CallReport? _report;
    private MissedReport? _missed;
    private Failure? _failure;

    [CascadingParameter] private PortalSession Session { get; set; } = default!;
    [Inject] private ReportDirectory Directory { get; set; } = default!;
    [Inject] private NavigationManager Navigation { get; set; } = default!;
    [Inject] private TimeProvider Clock { get; set; } = default!;

    private string Csv(ReportTable table) => Paths.ReportCsv(_range.First, _range.Last, _filter.Direction, table);

    public void Dispose() => Navigation.LocationChanged -= OnMoved;

    protected override Task OnInitializedAsync()
    {
        Navigation.LocationChanged += OnMoved;
        return LoadAsync();
    }

    private void OnMoved(object? sender, LocationChangedEventArgs e)
    {
        if (new Uri(e.Location).AbsolutePath == Paths.Reports) _ = InvokeAsync(LoadAsync);
    }

    private async Task LoadAsync()
    {
        _filter = ReportFilter.From(Navigation.Uri);
        _range = _filter.Range(Clock.GetUtcNow(), Session.Zone);
        var report = await Directory.ReadAsync(Session.Actor, Session.PbxId, _range, _filter.Direction, CancellationToken.None);
        var missed = await Directory.MissedAsync(Session.Actor, Session.PbxId, _range, CancellationToken.None);
        (_report, _missed, _failure) = (report.Value, missed.Value, report.Failure ?? missed.Failure);
        StateHasChanged();
    }

    private static List<CallsChart.Column> Days(CallReport report) =>
        [.. report.Days.Select(d => CallsChart.Column.For(d.Day.ToString("MMM d", English), d.Calls))];

    private static List<CallsChart.Column> Hours(CallReport report) =>
        [.. report.Hours.Select((h, i) => CallsChart.Column.For($"{i}:00", h))];

    private static IEnumerable<(string Label, int Calls, string Share)> Waits(WaitingTimes waiting)
    {
        var all = Math.Max(1, waiting.Steps.Sum());
        for (var i = 0; i < waiting.Steps.Count; i++)
        {
            var label = i < WaitingTimes.Ends.Count ? $"up to {WaitingTimes.Ends[i]} s" : $"longer than {WaitingTimes.Ends[^1]} s";
            yield return (label, waiting.Steps[i], ((double)waiting.Steps[i] / all).ToString("0.###", CultureInfo.InvariantCulture));
        }
    }

    private string ExtensionName(string number) =>
        Session.Snapshot.Document.Extensions.FirstOrDefault(e => e.Number == number) is { } extension ? $"{number} {extension.Name}"
            : number;

    private string NumberName(string number)
    {
        var readable = NumberText.Readable(number, Session.Country);
        return Session.Snapshot.Document.PhoneNumbers.FirstOrDefault(n => n.Number == number) is { Name.Length: > 0 } known
            ? $"{readable} {known.Name}" : readable;
    }

    private List<NamedTally> Choices(CallReport report) =>
        [.. report.Choices.Select(
            c => new NamedTally($"{c.Menu}: {c.Digits}"
                + (c.LabelIn(Session.Snapshot.Document) is { } label ? $" {label}" : ""), c.Calls))];
}

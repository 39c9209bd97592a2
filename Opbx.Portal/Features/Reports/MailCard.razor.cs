using Opbx.Core.Reports.Mailing;
using Opbx.Portal.Components;
using Opbx.Portal.Components.Ui;

namespace Opbx.Portal.Features.Reports;

/// <summary>Whether, how often and to whom the report is mailed; can also mail it immediately.</summary>
public sealed partial class MailCard
{
    private static readonly IReadOnlyList<Choice<ReportInterval?>> Choices =
    [
        new(null, "Never"),
        new(ReportInterval.Daily, "Every day"),
        new(ReportInterval.Weekly, "Every week"),
        new(ReportInterval.Monthly, "Every month"),
    ];

    private readonly FormContext _context = new();
    private ReportInterval? _interval;
    private string? _addresses;
    private (Tone Tone, string Text)? _said;
    private bool _busy;

    [CascadingParameter] private PortalSession Session { get; set; } = default!;
    [Inject] private ReportSchedules Schedules { get; set; } = default!;

    private bool MayChange => Session.May(Permission.EditConfiguration);

    private string? When => _interval is { } interval ? WhenOf(interval) : null;

    private static string WhenOf(ReportInterval interval) => interval switch {
        ReportInterval.Daily => $"At {ReportPeriod.Hour}:00, about the day before.",
        ReportInterval.Weekly => $"On Mondays at {ReportPeriod.Hour}:00, about the week before.",
        ReportInterval.Monthly => $"On the first day of the month at {ReportPeriod.Hour}:00, about the month before.",
    };

    protected override async Task OnInitializedAsync()
    {
        var setting = await Schedules.GetAsync(Session.Actor, Session.PbxId, CancellationToken.None);
        if (setting.Ok) Show(setting.Value);
    }

    private async Task SaveAsync()
    {
        var addresses = (_addresses ?? "").Split(['\n', '\r', ',', ';', ' '], StringSplitOptions.RemoveEmptyEntries);
        var saved = await DoAsync(
            () => Schedules.SaveAsync(Session.Actor, Session.PbxId, new ReportSetting(_interval, addresses), CancellationToken.None));
        _context.Show(saved.Failure?.Errors);
        if (saved.Ok) Show(saved.Value);
        _said = saved.Ok ? (Tone.Good, Saved(saved.Value)) : saved.Failure.Errors is null ? (Tone.Bad, saved.Failure.Message) : null;
    }

    private string Saved(ReportSetting setting) =>
        setting.Interval is null ? "No report is sent any more."
        : Schedules.MailIsSetUp ? "The report is sent from now on."
        : "This is saved. The report is sent as soon as mail is set up.";

    private async Task SendNowAsync()
    {
        var sent = await DoAsync(
            () => Schedules.SendNowAsync(Session.Actor, Session.PbxId, _interval ?? ReportInterval.Weekly, CancellationToken.None));
        _said = sent.Ok ? (Tone.Good, $"The report was sent to {sent.Value}.") : (Tone.Warning, sent.Failure.Message);
    }

    private async Task<Result<T>> DoAsync<T>(Func<Task<Result<T>>> action)
    {
        (_busy, _said) = (true, null);
        var result = await action();
        _busy = false;
        return result;
    }

    private void Show(ReportSetting setting) => (_interval, _addresses) = (setting.Interval, string.Join('\n', setting.Addresses));
}

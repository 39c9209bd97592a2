using Opbx.Core.Document.BusinessHours;
using Opbx.Portal.Components.Ui;

namespace Opbx.Portal.Features.BusinessHours;

/// <summary>The days on which a schedule differs from its week: a list, a year overview, and public holidays.</summary>
public sealed partial class ExceptionsField : IDisposable
{
    private int? _open;
    private bool _importing;
    private int? _year;
    private string? _told;
    private string? _focus;

    [Parameter, EditorRequired] public BusinessHoursSchedule Schedule { get; set; } = default!;
    [Parameter] public EventCallback<BusinessHoursSchedule> ScheduleChanged { get; set; }
    [Parameter, EditorRequired] public PbxDocument Document { get; set; } = default!;

    /// <summary>In the schedule's zone.</summary>
    [Parameter, EditorRequired] public DateOnly Today { get; set; }

    [Parameter] public bool MayEdit { get; set; }
    [CascadingParameter] private FormContext? Form { get; set; }
    [Inject] private PageScript Script { get; set; } = default!;

    private IReadOnlyList<(HoursException Exception, int Index)> Coming =>
        [.. Lines.Where(l => NextDay(l.Exception) is not { } day || day >= Today).OrderBy(l => NextDay(l.Exception) ?? DateOnly.MinValue)];

    private IReadOnlyList<(HoursException Exception, int Index)> Past =>
        [.. Lines.Where(l => NextDay(l.Exception) < Today).OrderByDescending(l => NextDay(l.Exception))];

    private IEnumerable<(HoursException Exception, int Index)> Lines => Schedule.Exceptions.Index().Select(e => (e.Item, e.Index));

    public void Dispose()
    {
        if (Form is not null) Form.Changed -= OpenFault;
    }

    protected override void OnInitialized()
    {
        if (Form is not null) Form.Changed += OpenFault;
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (_focus is not { } id) return;
        _focus = null;
        await Script.FollowAsync(id);
    }

    /// <summary>Opens the first invalid day, so that its fields show the errors.</summary>
    private void OpenFault()
    {
        const string Start = "/exceptions/";
        var first = Form!.Errors.Keys.FirstOrDefault(k => k.StartsWith(Start, StringComparison.Ordinal));
        if (first is null || !int.TryParse(first[Start.Length..].Split('/')[0], CultureInfo.InvariantCulture, out var index)) return;
        _open = index;
        _ = InvokeAsync(StateHasChanged);
    }

    private string Toggle(int index) => _open == index ? "Done" : "Change";

    private DateOnly? NextDay(HoursException exception) =>
        HoursDay.TryParseDate(exception.Date, out var date, out _) ? date
        : HoursDay.TryParseYearly(exception.Yearly, out var day, out _) ? Next(day)
        : null;

    private DateOnly Next((int Month, int Day) day)
    {
        for (var year = Today.Year; ; year++)
            if (day.Day <= DateTime.DaysInMonth(year, day.Month) && new DateOnly(year, day.Month, day.Day) is var date && date >= Today)
                return date;
    }

    private Task ChangeAsync(IEnumerable<HoursException> exceptions) =>
        ScheduleChanged.InvokeAsync(Schedule with { Exceptions = [.. exceptions] });

    private Task ReplaceAsync(int index, HoursException exception) =>
        ChangeAsync(Schedule.Exceptions.Select((e, i) => i == index ? exception : e));

    private Task RemoveAsync(int index)
    {
        _told = $"{Schedule.Exceptions[index].Name} was removed.";
        _open = null;
        return ChangeAsync(Schedule.Exceptions.Where((_, i) => i != index));
    }

    private Task AddAsync(DateOnly day)
    {
        (_open, _focus) = (Schedule.Exceptions.Count, FormContext.IdOf($"/exceptions/{Schedule.Exceptions.Count}/name"));
        return ChangeAsync(
            Schedule.Exceptions.Append(
                new HoursException { Date = day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), Closed = true }));
    }

    /// <summary>Opens the day's exception, or creates one.</summary>
    private Task OpenDayAsync(DateOnly day)
    {
        if (!MayEdit) return Task.CompletedTask;
        if (YearDay.For(Schedule, day).Index is not { } index) return AddAsync(day);
        (_open, _focus) = (index, $"exception-{index}");
        return Task.CompletedTask;
    }

    private Task ImportAsync(IReadOnlyList<HoursException> days)
    {
        (_importing, _open) = (false, null);
        // The overview shows the year that was added.
        _year = days.Select(d => HoursDay.TryParseDate(d.Date, out var date, out _) ? date.Year : (int?)null)
            .FirstOrDefault(y => y is not null) ?? _year;
        _told = days.Count == 1 ? "1 holiday was added." : $"{days.Count} holidays were added.";
        return ChangeAsync(Schedule.Exceptions.Concat(days));
    }
}

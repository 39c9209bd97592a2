using Opbx.Core.Document.BusinessHours;

namespace Opbx.Portal.Features.BusinessHours;

public sealed partial class YearOverview
{
    private static readonly CultureInfo English = CultureInfo.GetCultureInfo("en-US");
    private IReadOnlyList<YearDay> _days = [];
    private (BusinessHoursSchedule Schedule, int Year)? _of;
    private int _year;

    [Parameter, EditorRequired] public BusinessHoursSchedule Schedule { get; set; } = default!;

    /// <summary>The initial year; the current one when absent.</summary>
    [Parameter] public int? First { get; set; }

    [Parameter, EditorRequired] public DateOnly Today { get; set; }

    /// <summary>Whether a day can be added.</summary>
    [Parameter] public bool MayEdit { get; set; }

    /// <summary>Raised when a day was chosen.</summary>
    [Parameter] public EventCallback<DateOnly> OnDay { get; set; }

    /// <summary>The displayed year: the initial one, moved by the arrows.</summary>
    private int Year => Math.Clamp((First ?? Today.Year) + _year, 2, 9998);

    private IReadOnlyList<YearDay> Days()
    {
        if (_of is { } of && ReferenceEquals(of.Schedule, Schedule) && of.Year == Year) return _days;
        _of = (Schedule, Year);
        var first = new DateOnly(Year, 1, 1);
        return _days = [.. Enumerable.Range(0, DateTime.IsLeapYear(Year) ? 366 : 365).Select(i => YearDay.For(Schedule, first.AddDays(i)))];
    }

    private static string ClassOf(DayLook look) => look switch {
        DayLook.Open => "",
        DayLook.WeekClosed => "week-closed",
        DayLook.Closed => "closed",
        DayLook.Special => "special",
    };
}

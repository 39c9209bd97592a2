using Opbx.Core.Document.BusinessHours;
using Opbx.Portal.Components;
using Opbx.Portal.Components.Ui;

namespace Opbx.Portal.Features.BusinessHours;

/// <summary>The hours of a week, dragged in a picture or typed; both show the same.</summary>
public sealed partial class WeekField
{
    private static readonly HoursRange Usual = new(9 * 60, 17 * 60);
    private string? _told;
    private string? _focus;

    [Parameter, EditorRequired] public WeekHours Week { get; set; } = default!;
    [Parameter] public EventCallback<WeekHours> WeekChanged { get; set; }

    /// <summary>In the schedule's zone.</summary>
    [Parameter, EditorRequired] public DateTimeOffset Now { get; set; }

    [Parameter] public bool MayEdit { get; set; }
    [Inject] private PageScript Script { get; set; } = default!;

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (_focus is not { } id) return;
        _focus = null;
        await Script.FollowAsync(id);
    }

    private Task TypeAsync(int day, ChangeEventArgs e) =>
        WeekChanged.InvokeAsync(WeekDays.With(Week, day, HoursInput.Read(e.Value as string)));

    private Task CopyAsync(int from, IReadOnlyList<int> days)
    {
        var hours = WeekDays.Get(Week, from);
        _told = days.Count == 1 ? $"{WeekDays.Names[days[0]]} now has the hours of {WeekDays.Names[from]}."
            : $"{days.Count} days now have the hours of {WeekDays.Names[from]}.";
        return WeekChanged.InvokeAsync(days.Aggregate(Week, (week, day) => WeekDays.With(week, day, hours)));
    }

    /// <summary>Adds nine to five, or the rest of the day after the last hours.</summary>
    private Task AddAsync(int day)
    {
        var last = WeekDays.Get(Week, day).Select(t => HoursRange.TryParse(t, out var range, out _) ? range.End : 0).DefaultIfEmpty(0)
            .Max();
        var range = last == 0 ? Usual : new HoursRange(Math.Min(last + 60, TimeOfDay.Day - 60), Math.Min(last + 240, TimeOfDay.Day));
        return PutAsync(Week, day, range);
    }

    private Task ChangeAsync(RangeChangedEventArgs e)
    {
        if (!MayEdit || e.Day is < 0 or > 6 || e.ToDay is < 0 or > 6) return Task.CompletedTask;
        var before = WeekDays.Get(Week, e.Day);
        if (e.Index >= before.Count) return Task.CompletedTask;
        var week = e.Index < 0 ? Week : WeekDays.With(Week, e.Day, [.. before.Where((_, i) => i != e.Index)]);
        if (e.Removed)
        {
            (_told, _focus) = ($"{WeekDays.Names[e.Day]} {before[Math.Max(0, e.Index)]} was removed.", $"add-hours-{e.Day}");
            return WeekChanged.InvokeAsync(week);
        }
        if (!Possible(e.Start, e.End)) return Task.CompletedTask;
        return PutAsync(week, e.ToDay, new HoursRange(e.Start, e.End));
    }

    private Task PutAsync(WeekHours week, int day, HoursRange range)
    {
        var tidy = WeekDays.Tidy(WeekDays.Get(week, day).Append(range.ToString()));
        var index = tidy.Index()
            .First(t => HoursRange.TryParse(t.Item, out var r, out _) && r.Start <= range.Start && r.End >= range.End).Index;
        (_told, _focus) = ($"{WeekDays.Names[day]} {tidy[index]}.", WeekPicture.IdOf(day, index));
        return WeekChanged.InvokeAsync(WeekDays.With(week, day, tidy));
    }

    private static bool Possible(int start, int end) =>
        start is >= 0
            and < TimeOfDay.Day && end > start && (end <= TimeOfDay.Day || (end - start < TimeOfDay.Day && end < 2 * TimeOfDay.Day));
}

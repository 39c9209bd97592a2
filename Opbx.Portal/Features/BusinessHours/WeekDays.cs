using Opbx.Core.Document.BusinessHours;

namespace Opbx.Portal.Features.BusinessHours;

/// <summary>The days of a week, from Monday as 0 to Sunday as 6.</summary>
internal static class WeekDays
{
    public static readonly IReadOnlyList<string> Names = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];
    public static readonly IReadOnlyList<string> Members = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];

    public static string Short(int day) => Names[day][..3];
    public static int IndexOf(DayOfWeek day) => ((int)day + 6) % 7;

    public static IReadOnlyList<string> Get(WeekHours week, int day) => day switch {
        0 => week.Mon,
        1 => week.Tue,
        2 => week.Wed,
        3 => week.Thu,
        4 => week.Fri,
        5 => week.Sat,
        _ => week.Sun,
    };

    public static WeekHours With(WeekHours week, int day, IReadOnlyList<string> hours) => day switch {
        0 => week with { Mon = hours },
        1 => week with { Tue = hours },
        2 => week with { Wed = hours },
        3 => week with { Thu = hours },
        4 => week with { Fri = hours },
        5 => week with { Sat = hours },
        _ => week with { Sun = hours },
    };

    /// <summary>Ranges in order, overlapping and adjacent ones joined; invalid texts stay at the end, so no input is lost.</summary>
    public static IReadOnlyList<string> Tidy(IEnumerable<string> hours)
    {
        var (ranges, others) = (new List<HoursRange>(), new List<string>());
        foreach (var text in hours)
        {
            if (HoursRange.TryParse(text, out var range, out _)) ranges.Add(range);
            else others.Add(text);
        }
        return [.. HoursRange.Merge(ranges).Select(r => r.ToString()), .. others];
    }
}

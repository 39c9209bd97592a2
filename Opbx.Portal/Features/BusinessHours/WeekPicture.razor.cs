using Opbx.Core.Document.BusinessHours;
using Opbx.Portal.Components;

namespace Opbx.Portal.Features.BusinessHours;

public sealed partial class WeekPicture
{
    private const int PixelsPerHour = 22;
    private const int Height = 24 * PixelsPerHour;

    [Parameter, EditorRequired] public WeekHours Week { get; set; } = default!;

    /// <summary>In the schedule's zone.</summary>
    [Parameter, EditorRequired] public DateTimeOffset Now { get; set; }

    [Parameter] public bool MayEdit { get; set; }

    /// <summary>Raised when hours were drawn, moved, resized or removed.</summary>
    [Parameter] public EventCallback<RangeChangedEventArgs> OnChange { get; set; }

    /// <summary>Raised when hours should be added to a day.</summary>
    [Parameter] public EventCallback<int> OnAdd { get; set; }

    private static string Column => X(1);
    private int Today => WeekDays.IndexOf(Now.DayOfWeek);

    private int Minute => (Now.Hour * 60) + Now.Minute;

    private IEnumerable<Block> Blocks
    {
        get
        {
            for (var day = 0; day < 7; day++)
            {
                foreach (var (index, text) in WeekDays.Get(Week, day).Index())
                {
                    if (!HoursRange.TryParse(text, out var range, out _)) continue;
                    yield return new Block(day, index, range, day, range.Start, Math.Min(range.End, TimeOfDay.Day), Second: false);
                    if (range.CrossesMidnight)
                        yield return new Block(day, index, range, (day + 1) % 7, 0, range.End - TimeOfDay.Day, Second: true);
                }
            }
        }
    }

    public static string IdOf(int day, int index) => $"hours-{day}-{index}";

    private static string X(int day) => (100.0 * day / 7).ToString("0.####", CultureInfo.InvariantCulture) + "%";

    private static int Y(int minutes) => minutes * PixelsPerHour / 60;

    /// <summary>One rectangle: hours across midnight have two.</summary>
    private sealed record Block(int Day, int Index, HoursRange Range, int Column, int From, int To, bool Second)
    {
        public bool Last => Second || !Range.CrossesMidnight;
        public string Begin => Second ? "00:00" : Range.ToString()[..5];
        public string Finish => Second || !Range.CrossesMidnight ? Range.ToString()[6..] : "24:00";

        public string Text => $"{Begin}-{Finish}";

        public string Name =>
            $"{WeekDays.Names[Day]} {Range.ToString()[..5]} to {Range.ToString()[6..]}{(Range.CrossesMidnight ? " on the next day" : "")}";
    }
}

using Opbx.Core.Document.BusinessHours;
using Opbx.Portal.Components.Ui;

namespace Opbx.Portal.Features.BusinessHours;

public sealed partial class ExceptionEditor
{
    private static readonly IReadOnlyList<string> Months = CultureInfo.GetCultureInfo("en-US").DateTimeFormat.MonthNames;
    private static readonly IReadOnlyList<Choice<bool>> Often = [new(false, "Once"), new(true, "Every year")];
    private static readonly IReadOnlyList<Choice<DayKind>> Kinds =
        [new(DayKind.Closed, "Closed all day"), new(DayKind.Special, "Open at other hours"),
            new(DayKind.Part, "Closed for a part of the day")];

    [Parameter, EditorRequired] public HoursException Value { get; set; } = default!;
    [Parameter] public EventCallback<HoursException> ValueChanged { get; set; }
    [Parameter, EditorRequired] public string Pointer { get; set; } = "";
    [Parameter, EditorRequired] public PbxDocument Document { get; set; } = default!;
    [Parameter, EditorRequired] public DateOnly Today { get; set; }

    private DayKind Kind => Value.ClosedFrom is not null || Value.ClosedTo is not null ? DayKind.Part : Value.Hours is not null
        && Value.Closed != true ? DayKind.Special : DayKind.Closed;

    private (int Month, int Day) Yearly => HoursDay.TryParseYearly(Value.Yearly, out var day, out _) ? day : (Today.Month, Today.Day);

    private Task ChooseOftenAsync(bool yearly)
    {
        var day = HoursDay.TryParseDate(Value.Date, out var date, out _) ? (date.Month, date.Day) : Yearly;
        return ValueChanged.InvokeAsync(yearly
            ? Value with { Date = null, Yearly = Text(day) }
            : Value with { Date = Next(day).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), Yearly = null });
    }

    private Task ChooseYearlyAsync(ChangeEventArgs e, int? day, int? month)
    {
        if (!int.TryParse(e.Value as string, CultureInfo.InvariantCulture, out var chosen)) return Task.CompletedTask;
        return ValueChanged.InvokeAsync(Value with { Yearly = Text((month ?? chosen, day ?? chosen)) });
    }

    private Task ChooseKindAsync(DayKind kind)
    {
        var plain = Value with { Closed = null, Hours = null, ClosedFrom = null, ClosedTo = null };
        return ValueChanged.InvokeAsync(kind switch {
            DayKind.Closed => plain with { Closed = true },
            DayKind.Special => plain with { Hours = ["10:00-14:00"] },
            DayKind.Part => plain with { ClosedFrom = "12:00", ClosedTo = "15:00" },
        });
    }

    /// <summary>Keeps both ends while one is empty: an empty text is an error, null would be another kind of day.</summary>
    private Task ChoosePartAsync(string? from, string? to)
    {
        var range = HoursInput.Read($"{from}-{to}");
        return ValueChanged.InvokeAsync(range is [{ Length: 11 } text] && HoursRange.TryParse(text, out _, out _)
            ? Value with { ClosedFrom = text[..5], ClosedTo = text[6..] }
            : Value with { ClosedFrom = from ?? "", ClosedTo = to ?? "" });
    }

    private DateOnly Next((int Month, int Day) day)
    {
        var date = new DateOnly(Today.Year, day.Month, Math.Min(day.Day, DateTime.DaysInMonth(Today.Year, day.Month)));
        return date < Today ? date.AddYears(1) : date;
    }

    private static string Text((int Month, int Day) day) => string.Create(CultureInfo.InvariantCulture, $"{day.Month:00}-{day.Day:00}");
}

internal enum DayKind
{
    Closed,

    /// <summary>Open at other hours.</summary>
    Special,

    Part,
}

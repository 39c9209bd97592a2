namespace Opbx.Core.Document.BusinessHours;

internal static class HoursSentences
{
    public static HoursVerdict Inactive(BusinessHoursSchedule schedule) =>
        new(HoursState.Closed, HoursCause.Inactive, "closedInactive", $"{schedule.Name} is closed: the schedule is switched off.",
            schedule.Closed);

    public static HoursVerdict ByHand(BusinessHoursSchedule schedule, HoursOverride hand, DateTimeOffset? until)
    {
        var open = hand.State == HoursState.Open;
        var end = until is { } instant ? Text($"until {instant:yyyy-MM-dd HH:mm}") : "until that is taken back";
        return new(hand.State, HoursCause.Override, open ? "openByHand" : "closedByHand",
            $"{schedule.Name} is {(open ? "open" : "closed")} by hand {end}.",
            hand.Destination ?? (open ? schedule.Open : schedule.Closed));
    }

    public static HoursVerdict Open(BusinessHoursSchedule schedule, DateOnly day, HoursRange range, HoursException? exception) =>
        exception is null
        ? new(HoursState.Open, HoursCause.Range, "openByRange", Text($"{schedule.Name} is open: {day.DayOfWeek} {range}."), schedule.Open)
        : new(HoursState.Open, HoursCause.Exception, "openByException",
            Text($"{schedule.Name} is open: exception '{exception.Name}' on {day:yyyy-MM-dd}, {range}."),
            schedule.Open, null, exception.Name);

    public static HoursVerdict Closed(BusinessHoursSchedule schedule, DateOnly day, HoursException exception)
    {
        var hours = exception.ClosedFrom is not null ? Text($", closed {exception.ClosedFrom}-{exception.ClosedTo}")
            : exception.Closed != true && exception.Hours is { Count: > 0 } special ? $", open only {string.Join(", ", special)}"
            : "";
        return new(HoursState.Closed, HoursCause.Exception, "closedByException",
            Text($"{schedule.Name} is closed: exception '{exception.Name}' on {day:yyyy-MM-dd}{hours}."),
            exception.Destination ?? schedule.Closed, exception.Prompt, exception.Name);
    }

    public static HoursVerdict OutsideHours(BusinessHoursSchedule schedule, DateOnly day, HoursRange[] hours)
    {
        var why = hours.Length == 0 ? $"no business hours on {day.DayOfWeek}" : $"{day.DayOfWeek} is open {string.Join(", ", hours)}";
        return new(HoursState.Closed, HoursCause.Nothing, "closedOutsideHours", $"{schedule.Name} is closed: {why}.", schedule.Closed);
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}

namespace Opbx.Core.Document.BusinessHours;

/// <summary>Pure: the instant is an argument.</summary>
public static class HoursClock
{
    /// <summary>Compiles the schedule every time; use a <see cref="CompiledHours"/> for repeated calls.</summary>
    public static HoursVerdict Evaluate(BusinessHoursSchedule schedule, TimeZoneInfo pbxZone, DateTimeOffset at) =>
        CompiledHours.Compile(schedule, pbxZone).At(at);
}

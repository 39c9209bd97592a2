namespace Opbx.Core.Document.BusinessHours;

/// <summary>Tells whether a schedule is open. Pure: the instant is given.</summary>
public static class HoursClock
{
    /// <summary>Asks a schedule at an instant. Whoever asks often keeps a <see cref="CompiledHours"/>.</summary>
    public static HoursVerdict Evaluate(BusinessHoursSchedule schedule, TimeZoneInfo pbxZone, DateTimeOffset at) =>
        CompiledHours.Compile(schedule, pbxZone).At(at);
}

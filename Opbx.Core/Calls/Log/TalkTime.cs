namespace Opbx.Core.Calls.Log;

/// <summary>How long people talked in a call: the one definition of the log and of reports. Menus and waiting are no talk, although the
/// platform bills them.</summary>
internal static class TalkTime
{
    /// <summary>The seconds; null when nobody answered, or nobody knows.</summary>
    public static int? Seconds(Disposition? disposition, string? answeredBy, int? duration, int? wait, int? billable) =>
        answeredBy is null || disposition != Disposition.Answered ? null
        : duration is { } all && wait is { } waited ? Math.Max(0, all - waited)
        : billable;
}

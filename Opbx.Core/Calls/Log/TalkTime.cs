namespace Opbx.Core.Calls.Log;

/// <summary>How long people talked, for log and reports. Excludes menus and waiting, although the platform bills them.</summary>
internal static class TalkTime
{
    /// <summary>Null when nobody answered or it is unknown.</summary>
    public static int? Seconds(Disposition? disposition, string? answeredBy, int? duration, int? wait, int? billable) =>
        answeredBy is null || disposition != Disposition.Answered ? null
        : duration is { } all && wait is { } waited ? Math.Max(0, all - waited)
        : billable;
}

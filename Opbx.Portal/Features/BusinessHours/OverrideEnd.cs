using Opbx.Core.Document.BusinessHours;

namespace Opbx.Portal.Features.BusinessHours;

/// <summary>When a manual override should end.</summary>
/// <param name="At">Null when there is none, or when it is typed.</param>
internal sealed record OverrideEnd(EndKind Kind, string Text, DateTimeOffset? At)
{
    /// <summary>The options, most useful first.</summary>
    public static IReadOnlyList<OverrideEnd> For(CompiledHours hours, HoursState state, DateTimeOffset now)
    {
        var local = TimeZoneInfo.ConvertTime(now, hours.Zone);
        var midnight = local.Date.AddDays(1);
        var end = new DateTimeOffset(midnight, hours.Zone.GetUtcOffset(midnight));
        var soon = now.AddHours(1);
        var ends = new List<OverrideEnd>
        {
            new(EndKind.Known, $"For one hour, until {HoursText.When(soon, now, hours.Zone)}", soon),
            new(EndKind.Known, "The end of today", end),
        };
        // Closing while open: until the next opening, as if today were over. Opening while closed: until the schedule's next closing.
        var first = HoursOutlook.NextChange(hours, now);
        var second = first is { } change ? HoursOutlook.NextChange(hours, change) : null;
        if (second is { } next && next > soon)
            ends.Add(new OverrideEnd(EndKind.Known,
                $"The next {(state == HoursState.Closed ? "opening" : "closing")}, {HoursText.When(next, now, hours.Zone)}", next));
        ends.Add(new OverrideEnd(EndKind.Chosen, "A date and time ...", null));
        ends.Add(new OverrideEnd(EndKind.Open, "Until I take it back", null));
        return ends;
    }
}

internal enum EndKind
{
    Known,
    Chosen,
    Open,
}

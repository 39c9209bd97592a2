using System.Diagnostics.CodeAnalysis;
using System.Runtime.InteropServices;

namespace Opbx.Core.Document.BusinessHours;

/// <summary>Minutes since the start of the day it starts on, start inclusive and end exclusive.</summary>
/// <param name="Start">0 to 1439.</param>
/// <param name="End">After <paramref name="Start"/>; beyond 1440 the range continues past midnight.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct HoursRange(int Start, int End)
{
    public const string Rule = "A range is written as start and end, for example 09:00-17:00.";

    public bool CrossesMidnight => End > TimeOfDay.Day;

    /// <summary>Reads <c>HH:MM-HH:MM</c>; an end before the start is on the next day.</summary>
    public static bool TryParse(string? text, out HoursRange range, [NotNullWhen(false)] out string? sentence)
    {
        range = default;
        sentence = Rule;
        if (text is not { Length: 11 } || text[5] != '-') return false;
        return TryParse(text[..5], text[6..], out range, out sentence);
    }

    /// <summary>Reads a start and an end, each <c>HH:MM</c>; otherwise <paramref name="sentence"/> is the error.</summary>
    public static bool TryParse(string? from, string? to, out HoursRange range, [NotNullWhen(false)] out string? sentence)
    {
        range = default;
        if (!TimeOfDay.TryParse(from, out var start, out sentence) || !TimeOfDay.TryParse(to, out var end, out sentence)) return false;
        sentence = start.Minutes == TimeOfDay.Day ? "A range cannot start at 24:00; write 00:00 on the next day."
            : start == end ? "A range needs an end that differs from its start; the whole day is 00:00-24:00."
            : null;
        if (sentence is not null) return false;
        range = new(start.Minutes, end > start ? end.Minutes : end.Minutes + TimeOfDay.Day);
        return true;
    }

    /// <summary>Whether a time, in ticks since the start of the range's day, lies within it.</summary>
    internal bool Contains(long ticks) => ticks >= Start * TimeSpan.TicksPerMinute && ticks < End * TimeSpan.TicksPerMinute;

    /// <summary>The ranges in order, with overlapping and adjacent ones joined.</summary>
    internal static HoursRange[] Merge(IEnumerable<HoursRange> ranges)
    {
        var merged = new List<HoursRange>();
        foreach (var range in ranges.OrderBy(r => r.Start))
            if (merged.Count > 0 && range.Start <= merged[^1].End)
                merged[^1] = merged[^1] with { End = Math.Max(merged[^1].End, range.End) };
            else merged.Add(range);
        return [.. merged];
    }

    public override string ToString()
    {
        var end = End > TimeOfDay.Day ? End - TimeOfDay.Day : End;
        return string.Create(CultureInfo.InvariantCulture, $"{new TimeOfDay(Start)}-{new TimeOfDay(end)}");
    }
}

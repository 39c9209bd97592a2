using Opbx.Core.Document;

namespace Opbx.Core.Reports;

/// <summary>Figures of the calls of some days.</summary>
/// <param name="Days">Every day of the range in order, including those without calls.</param>
/// <param name="Hours">The 24 hours of the day.</param>
/// <param name="Week">Calls by weekday (Monday first) and hour.</param>
/// <param name="Choices">Keys pressed in IVR menus.</param>
public sealed record CallReport(ReportRange Range, Tally All, IReadOnlyList<DayTally> Days, IReadOnlyList<Tally> Hours,
    IReadOnlyList<IReadOnlyList<int>> Week, WaitingTimes Waiting, IReadOnlyList<ExtensionTally> Extensions,
    IReadOnlyList<NamedTally> Groups, IReadOnlyList<NamedTally> Numbers, IReadOnlyList<ChoiceTally> Choices);

public sealed record DayTally(DateOnly Day, Tally Calls);

/// <summary>The calls of one object.</summary>
/// <param name="Key">Its number or name, as spelled in the document.</param>
public sealed record NamedTally(string Key, Tally Calls);

/// <summary>Calls with a certain choice in an IVR menu.</summary>
/// <param name="Menu">The name of the menu at that time.</param>
public sealed record ChoiceTally(string Menu, string Digits, Tally Calls)
{
    /// <summary>The current label of the choice; null when it has no label or no longer exists.</summary>
    public string? LabelIn(PbxDocument document) =>
        document.IvrMenus.FirstOrDefault(m => m.Name == Menu)?.Options.FirstOrDefault(o => o.Digits == Digits)?.Label
            is { Length: > 0 } label ? label : null;
}

/// <summary>Number of calls by outcome.</summary>
/// <param name="Missed">Nobody was reached: missed, busy, given up while ringing, or failed.</param>
/// <param name="Blocked">A blocked caller was rejected.</param>
public sealed record Tally(int Total, int Answered, int Missed, int Voicemail, int Blocked, Talk Talk)
{
    /// <summary>Share of calls in which a person was reached, 0 to 1; blocked callers are excluded.</summary>
    public double AnswerRate => Total == Blocked ? 0 : (double)Answered / (Total - Blocked);
}

public sealed record Talk(int Calls, long Seconds)
{
    /// <summary>Average seconds per call; 0 without calls.</summary>
    public int Average => Calls == 0 ? 0 : (int)(Seconds / Calls);
}

/// <summary>How long callers waited until a person answered, in seconds.</summary>
/// <param name="Most">90th percentile.</param>
/// <param name="Steps">Number of callers who waited up to 5, 10, 20, 30, 60 seconds, and longer.</param>
public sealed record WaitingTimes(int Average, int Median, int Most, int Longest, IReadOnlyList<int> Steps)
{
    /// <summary>Upper limits of the steps except the last, in seconds.</summary>
    public static readonly IReadOnlyList<int> Ends = [5, 10, 20, 30, 60];
}

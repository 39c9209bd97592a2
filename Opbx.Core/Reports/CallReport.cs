using Opbx.Core.Document;

namespace Opbx.Core.Reports;

/// <summary>What the calls of some days say together.</summary>
/// <param name="Range">The days.</param>
/// <param name="Days">Every day of the range, in order, also those without calls.</param>
/// <param name="Hours">The 24 hours of the day.</param>
/// <param name="Week">Calls by weekday (Monday first) and hour.</param>
/// <param name="Choices">Menus with what was pressed there.</param>
public sealed record CallReport(
    ReportRange Range,
    Tally All,
    IReadOnlyList<DayTally> Days,
    IReadOnlyList<Tally> Hours,
    IReadOnlyList<IReadOnlyList<int>> Week,
    WaitingTimes Waiting,
    IReadOnlyList<ExtensionTally> Extensions,
    IReadOnlyList<NamedTally> Groups,
    IReadOnlyList<NamedTally> Numbers,
    IReadOnlyList<ChoiceTally> Choices);

public sealed record DayTally(DateOnly Day, Tally Calls);

/// <summary>The calls of one object.</summary>
/// <param name="Key">Its number or name, as the document spells it.</param>
public sealed record NamedTally(string Key, Tally Calls);

/// <summary>The calls in which something was chosen in a menu.</summary>
/// <param name="Menu">The menu, by the name it had then.</param>
public sealed record ChoiceTally(string Menu, string Digits, Tally Calls)
{
    /// <summary>What the choice is called now; null when it has no name, or is gone.</summary>
    public string? LabelIn(PbxDocument document) =>
        document.IvrMenus.FirstOrDefault(m => m.Name == Menu)?.Options.FirstOrDefault(o => o.Digits == Digits)?.Label
            is { Length: > 0 } label ? label : null;
}

/// <summary>Numbers of calls by how they ended.</summary>
/// <param name="Missed">Nobody was reached: missed, busy, given up while ringing, or failed.</param>
/// <param name="Blocked">A blocked caller was turned away.</param>
public sealed record Tally(int Total, int Answered, int Missed, int Voicemail, int Blocked, Talk Talk)
{
    /// <summary>Share of the calls in which a person was reached, 0 to 1; blocked callers do not count.</summary>
    public double AnswerRate => Total == Blocked ? 0 : (double)Answered / (Total - Blocked);
}

/// <summary>How long people talked.</summary>
public sealed record Talk(int Calls, long Seconds)
{
    /// <summary>Average seconds of talk of a call; 0 without one.</summary>
    public int Average => Calls == 0 ? 0 : (int)(Seconds / Calls);
}

/// <summary>How long callers waited until a person answered, in seconds.</summary>
/// <param name="Median">Half of them waited no longer.</param>
/// <param name="Most">Nine of ten waited no longer.</param>
/// <param name="Steps">How many waited up to 5, 10, 20, 30, 60 seconds, and longer.</param>
public sealed record WaitingTimes(int Average, int Median, int Most, int Longest, IReadOnlyList<int> Steps)
{
    /// <summary>Upper ends of the steps but the last, in seconds.</summary>
    public static readonly IReadOnlyList<int> Ends = [5, 10, 20, 30, 60];
}

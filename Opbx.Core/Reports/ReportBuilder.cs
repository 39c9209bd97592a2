using System.Runtime.InteropServices;
using Opbx.Core.Calls;
using Opbx.Core.Calls.Facts;
using Opbx.Core.Document;
using Opbx.Core.Routing.Trace;

namespace Opbx.Core.Reports;

/// <summary>Builds a report from calls one by one. Pure.</summary>
public sealed class ReportBuilder(ReportRange range, PbxDocument document)
{
    private readonly HashSet<string> _groups = [.. document.RingGroups.Select(g => g.Name)];
    private readonly TallyCount _all = new();
    private readonly TallyCount[] _days = Make(range.Days);
    private readonly TallyCount[] _hours = Make(24);
    private readonly int[][] _week = [.. Enumerable.Range(0, 7).Select(_ => new int[24])];
    private readonly List<int> _waits = [];
    private readonly Dictionary<string, ExtensionCount> _byExtension = new(StringComparer.Ordinal);
    private readonly Dictionary<string, TallyCount> _byGroup = new(StringComparer.Ordinal);
    private readonly Dictionary<string, TallyCount> _byNumber = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Menu, string Digits), TallyCount> _byChoice = [];

    public void Add(ReportedCall call)
    {
        var local = range.Local(call.StartedAt);
        var day = DateOnly.FromDateTime(local).DayNumber - range.First.DayNumber;
        if (day < 0 || day >= _days.Length) return;
        _all.Add(call);
        _days[day].Add(call);
        _hours[local.Hour].Add(call);
        _week[((int)local.DayOfWeek + 6) % 7][local.Hour]++;
        if (call is { Disposition: Disposition.Answered, WaitSeconds: { } waited }) _waits.Add(waited);
        if (call.PhoneNumber is { } number) Count(_byNumber, number, call);
        foreach (var extension in call.Extensions.Split('|', StringSplitOptions.RemoveEmptyEntries))
            For(_byExtension, extension).Add(extension, call);
        CountGroups(call);
        foreach (var choice in Choices(call)) Count(_byChoice, choice, call);
    }

    public CallReport Build() => new(
        range,
        _all.Sum(),
        [.. _days.Select((count, i) => new DayTally(range.First.AddDays(i), count.Sum()))],
        [.. _hours.Select(h => h.Sum())],
        _week,
        Waiting(),
        [.. _byExtension.Select(e => e.Value.Sum(e.Key)).OrderByDescending(e => e.Rang + e.Outgoing)
            .ThenBy(e => e.Number, StringComparer.Ordinal)],
        Sorted(_byGroup),
        Sorted(_byNumber),
        [.. _byChoice.Select(c => new ChoiceTally(c.Key.Menu, c.Key.Digits, c.Value.Sum())).OrderByDescending(c => c.Calls.Total)
            .ThenBy(c => c.Menu, StringComparer.Ordinal).ThenBy(c => c.Digits, StringComparer.Ordinal)]);

    /// <summary>Each group is counted once per call.</summary>
    private void CountGroups(ReportedCall call)
    {
        if (call.Path.Length <= 2) return;
        var path = JsonSerializer.Deserialize<string[]>(call.Path)!;
        foreach (var group in path.Where(_groups.Contains).Distinct(StringComparer.Ordinal)) Count(_byGroup, group, call);
    }

    /// <summary>Each choice once. The path alone is not enough: an extension rung by a menu's fallback looks like a key there.</summary>
    private static IEnumerable<(string Menu, string Digits)> Choices(ReportedCall call) => call.Facts is not { } facts
        ? []
        : CallFactSheet.Read(facts).Stages.Values.SelectMany(s => s.Events).OfType<OptionChosen>().Select(o => (o.Menu, o.Digits))
        .Distinct();

    private WaitingTimes Waiting()
    {
        if (_waits.Count == 0) return new WaitingTimes(0, 0, 0, 0, new int[WaitingTimes.Ends.Count + 1]);
        _waits.Sort();
        var steps = new int[WaitingTimes.Ends.Count + 1];
        foreach (var wait in _waits) steps[WaitingTimes.Ends.TakeWhile(end => wait > end).Count()]++;
        return new WaitingTimes((int)_waits.Average(), _waits[_waits.Count / 2], _waits[(int)(_waits.Count * 0.9)], _waits[^1], steps);
    }

    private static TallyCount[] Make(int count) => [.. Enumerable.Range(0, count).Select(_ => new TallyCount())];

    private static void Count<TKey>(Dictionary<TKey, TallyCount> counts, TKey key, ReportedCall call)
        where TKey : notnull => For(counts, key).Add(call);

    private static TCount For<TKey, TCount>(Dictionary<TKey, TCount> counts, TKey key)
        where TKey : notnull
        where TCount : class, new() => CollectionsMarshal.GetValueRefOrAddDefault(counts, key, out _) ??= new TCount();

    private static List<NamedTally> Sorted(Dictionary<string, TallyCount> counts) =>
        [.. counts.Select(c => new NamedTally(c.Key, c.Value.Sum())).OrderByDescending(c => c.Calls.Total)
            .ThenBy(c => c.Key, StringComparer.Ordinal)];
}

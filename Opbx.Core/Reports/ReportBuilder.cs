using System.Runtime.InteropServices;
using System.Text.Json;
using Opbx.Core.Calls;
using Opbx.Core.Configuration;

namespace Opbx.Core.Reports;

/// <summary>Counts calls one after another. Pure: calls in, report out.</summary>
public sealed class ReportBuilder(ReportRange range, PbxDocument document)
{
    private readonly HashSet<string> _groups = [.. document.RingGroups.Select(g => g.Name)];
    private readonly HashSet<string> _menus = [.. document.IvrMenus.Select(m => m.Name)];
    private readonly TallyCount _all = new();
    private readonly TallyCount[] _days = Make(range.Days);
    private readonly TallyCount[] _hours = Make(24);
    private readonly int[][] _week = [.. Enumerable.Range(0, 7).Select(_ => new int[24])];
    private readonly List<int> _waits = [];
    private readonly Dictionary<string, TallyCount> _byExtension = new(StringComparer.Ordinal);
    private readonly Dictionary<string, TallyCount> _byGroup = new(StringComparer.Ordinal);
    private readonly Dictionary<string, TallyCount> _byNumber = new(StringComparer.Ordinal);
    private readonly Dictionary<string, TallyCount> _byChoice = new(StringComparer.Ordinal);

    /// <summary>Counts a call.</summary>
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
        foreach (var extension in call.Extensions.Split('|', StringSplitOptions.RemoveEmptyEntries)) Count(_byExtension, extension, call);
        CountPath(call);
    }

    /// <summary>The report on everything counted.</summary>
    public CallReport Build() => new(
        range,
        _all.Sum(),
        [.. _days.Select((count, i) => new DayTally(range.First.AddDays(i), count.Sum()))],
        [.. _hours.Select(h => h.Sum())],
        _week,
        Waiting(),
        Sorted(_byExtension),
        Sorted(_byGroup),
        Sorted(_byNumber),
        Sorted(_byChoice));

    /// <summary>A group counts once for each call; a choice is what follows a menu on the way.</summary>
    private void CountPath(ReportedCall call)
    {
        if (call.Path.Length <= 2) return;
        var path = JsonSerializer.Deserialize<string[]>(call.Path)!;
        foreach (var group in path.Where(_groups.Contains).Distinct(StringComparer.Ordinal)) Count(_byGroup, group, call);
        for (var i = 0; i + 1 < path.Length; i++)
        {
            if (_menus.Contains(path[i]) && path[i + 1].All(c => char.IsAsciiDigit(c) || c is '*' or '#')) Count(_byChoice, $"{path[i]}: {path[i + 1]}", call);
        }
    }

    private WaitingTimes Waiting()
    {
        if (_waits.Count == 0) return new WaitingTimes(0, 0, 0, 0, new int[WaitingTimes.Ends.Count + 1]);
        _waits.Sort();
        var steps = new int[WaitingTimes.Ends.Count + 1];
        foreach (var wait in _waits) steps[WaitingTimes.Ends.TakeWhile(end => wait > end).Count()]++;
        return new WaitingTimes((int)_waits.Average(), _waits[_waits.Count / 2], _waits[(int)(_waits.Count * 0.9)], _waits[^1], steps);
    }

    private static TallyCount[] Make(int count) => [.. Enumerable.Range(0, count).Select(_ => new TallyCount())];

    private static void Count(Dictionary<string, TallyCount> counts, string key, ReportedCall call) =>
        (CollectionsMarshal.GetValueRefOrAddDefault(counts, key, out _) ??= new TallyCount()).Add(call);

    private static List<NamedTally> Sorted(Dictionary<string, TallyCount> counts) =>
        [.. counts.Select(c => new NamedTally(c.Key, c.Value.Sum())).OrderByDescending(c => c.Calls.Total).ThenBy(c => c.Key, StringComparer.Ordinal)];
}

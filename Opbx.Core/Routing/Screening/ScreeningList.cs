using Opbx.Core.Document.BlockedCallers;

namespace Opbx.Core.Routing.Screening;

/// <summary>A PBX's blocked callers, prepared for lookups. Immutable.</summary>
public sealed class ScreeningList
{
    /// <summary>The pattern for callers who hide their number.</summary>
    public const string Anonymous = "anonymous";

    private static readonly string[] HiddenNames = ["anonymous", "restricted", "private", "unavailable", "unknown", "withheld"];
    private readonly Dictionary<string, BlockedCaller[]> _exact;
    private readonly BlockedCaller[] _others;

    private ScreeningList(Dictionary<string, BlockedCaller[]> exact, BlockedCaller[] others) => (_exact, _others) = (exact, others);

    public static ScreeningList Compile(IEnumerable<BlockedCaller> callers)
    {
        var active = callers.Where(c => c.Active).ToList();
        var exact = active.Where(IsExact).GroupBy(c => Bare(c.Pattern)).ToDictionary(g => g.Key, g => g.ToArray());
        var others = active.Where(c => !IsExact(c))
            .OrderBy(c => c.Match == BlockMatch.Wildcard).ThenByDescending(c => Bare(c.Pattern).Length);
        return new(exact, [.. others]);
    }

    /// <summary>The entry that blocks a caller: exact before the longest prefix before wildcards; null when none does.</summary>
    /// <param name="from">The caller's number as received, with or without plus; empty or a name like <c>anonymous</c> when hidden.</param>
    public BlockedCaller? Match(string from, string? calledNumber)
    {
        var caller = Caller(from);
        if (_exact.TryGetValue(caller, out var same) && Array.Find(same, c => Holds(c, calledNumber)) is { } exact) return exact;
        return caller == Anonymous ? null : Array.Find(_others, c => Fits(c, caller) && Holds(c, calledNumber));
    }

    private static bool IsExact(BlockedCaller caller) => caller.Match == BlockMatch.Exact || caller.Pattern == Anonymous;

    private static bool Fits(BlockedCaller caller, string number) => caller.Match == BlockMatch.Prefix
        ? number.StartsWith(Bare(caller.Pattern), StringComparison.Ordinal)
        : Wildcard.Fits(Bare(caller.Pattern), number);

    private static bool Holds(BlockedCaller caller, string? calledNumber) =>
        caller.Numbers.Count == 0 || (calledNumber is not null && caller.Numbers.Any(n => Bare(n) == Bare(calledNumber)));

    private static string Caller(string from)
    {
        var text = from.Trim();
        return text.Length == 0 || HiddenNames.Contains(text, StringComparer.OrdinalIgnoreCase) ? Anonymous : Bare(text);
    }

    private static string Bare(string number) => number.StartsWith('+') ? number[1..] : number;
}

using Opbx.Core.Document.RingGroups;
using Opbx.Core.Simulation;
using Opbx.Portal.Components.Objects;
using Opbx.Portal.Components.Ui;

namespace Opbx.Portal.Features.RingGroups;

/// <summary>A picture of a ring group's phones over time, also as text and table.</summary>
public sealed partial class RingTimeline
{
    private const int MostBars = 30;
    private static readonly int[] Steps = [5, 10, 20, 30, 60, 120, 300, 600, 1200, 1800, 3600];

    /// <summary>The group being edited.</summary>
    [Parameter, EditorRequired] public RingGroup Group { get; set; } = default!;

    [Parameter, EditorRequired] public RehearsedGroup Rehearsed { get; set; } = default!;
    [Parameter, EditorRequired] public PbxDocument Document { get; set; } = default!;

    private bool Folded => Rehearsed.Spans.Count > MostBars && Rehearsed.Spans.Any(s => s.Turn > 1);

    private IReadOnlyList<RingSpan> Shown => Folded ? [.. Rehearsed.Spans.Where(s => s.Turn == 1)] : Rehearsed.Spans;
    private IReadOnlyList<string> Rung => [.. Rehearsed.Spans.Select(s => s.Member).Distinct(StringComparer.Ordinal)];

    private int Length => Math.Max(1, Shown.Max(s => s.To));
    private IEnumerable<int> TurnEnds => Shown.GroupBy(s => s.Turn).Select(turn => turn.Max(s => s.To)).Where(end => end < Length);

    private IEnumerable<int> Ticks
    {
        get
        {
            var step = Array.Find(Steps, s => Length / s <= 5);
            if (step == 0) step = Length;
            for (var second = 0; second <= Length - (3 * step / 4); second += step) yield return second;
            yield return Length;
        }
    }

    private string Summary
    {
        get
        {
            var then = DestinationText.For(Group.Fallback, Document);
            if (Rehearsed.Spans.Count == 0) return $"Nobody of this group can be rung now. Calls go on at once: {then}.";
            var begin = Rehearsed.LeadIn > 0 ? $"After the announcement (about {Rehearsed.LeadIn} s), " : "";
            var first = Rehearsed.Spans.Where(s => s.From == 0).ToList();
            var who = first.Count == 1 ? RingGroupText.OfKey(first[0].Member, Document) : $"{first.Count} phones";
            var verb = first.Count == 1 ? "rings" : "ring";
            var example = Group.Strategy is RingStrategy.RoundRobin or RingStrategy.Random or RingStrategy.LeastRecent
                ? " This is one example: the order differs from call to call." : "";
            return $"{begin}{who} {verb} first. If nobody answers, the call goes on after {Duration}: {then}.{example}";
        }
    }

    private string Duration => DateTimes.Duration(TimeSpan.FromSeconds(Rehearsed.Seconds));

    private string X(int second) => (100.0 * second / Length).ToString("0.##", CultureInfo.InvariantCulture) + "%";
}

using Opbx.Core.Document.RingGroups;

namespace Opbx.Core.Routing.Steps;

/// <summary>The order in which a group's members ring in this call.</summary>
internal static class GroupOrder
{
    public static IReadOnlyList<LiveMember> ForCall(Walk walk, RingGroup group, IReadOnlyList<LiveMember> members) =>
        group.Strategy switch {
            RingStrategy.Simultaneous or RingStrategy.Sequential => members,
            RingStrategy.RoundRobin => Rotated(members, walk.Context.Lines.NextStart(group.Name) % members.Count),
            RingStrategy.Random => Shuffled(members, walk.Context.Dice),
            RingStrategy.LeastRecent =>
                [.. members.OrderBy(m => m.Outside is null ? walk.Context.Lines.LastAnswered(m.Target) ?? DateTimeOffset.MinValue
                : DateTimeOffset.MaxValue)],
        };

    private static List<LiveMember> Rotated(IReadOnlyList<LiveMember> members, int start) =>
        [.. members.Skip(start), .. members.Take(start)];

    private static List<LiveMember> Shuffled(IReadOnlyList<LiveMember> members, IDice dice)
    {
        var list = members.ToList();
        for (var i = list.Count - 1; i > 0; i--)
        {
            var other = dice.Roll(i + 1);
            (list[i], list[other]) = (list[other], list[i]);
        }
        return list;
    }
}

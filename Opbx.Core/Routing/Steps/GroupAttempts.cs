using Opbx.Core.Document.RingGroups;

namespace Opbx.Core.Routing.Steps;

/// <summary>Splits a turn into dials. Their number does not depend on who is live, so a call finds its position; null for nobody.</summary>
internal static class GroupAttempts
{
    public static IReadOnlyList<GroupAttempt?> OfTurn(RingGroup group, IReadOnlyList<string> order,
        IReadOnlyDictionary<string, LiveMember> live) =>
        group.Strategy == RingStrategy.Simultaneous
            ? Together(group, [.. order.Select(k => live.GetValueOrDefault(k)).OfType<LiveMember>()])
            : [.. order.Select(key => live.GetValueOrDefault(key)).Select(member =>
                member is null ? null : new GroupAttempt([member], member.Member.RingTimeout ?? group.RingTimeout))];

    /// <summary>All at once: extensions in stages by their delays and ring times, then outside numbers by how they are dialled.</summary>
    private static List<GroupAttempt?> Together(RingGroup group, IReadOnlyList<LiveMember> members)
    {
        var phones = members.Where(m => m.Outside is null).ToList();
        var first = phones.Select(m => m.Member.Delay).DefaultIfEmpty(0).Min();
        var spans = phones.Select(
            m => (Member: m, From: m.Member.Delay - first,
                To: Math.Min(group.RingTimeout, m.Member.Delay - first + (m.Member.RingTimeout ?? group.RingTimeout)))).ToList();
        var cuts = spans.SelectMany(s => new[] { s.From, s.To }).Append(0).Where(t => t <= group.RingTimeout).Distinct().Order().ToList();
        var attempts = new List<GroupAttempt?>();
        foreach (var (from, to) in cuts.Zip(cuts.Skip(1)))
        {
            var ringing = spans.Where(s => s.From <= from && s.To >= to).Select(s => s.Member).ToList();
            attempts.Add(ringing.Count > 0 ? new GroupAttempt(ringing, to - from) : null);
        }
        foreach (var way in members.Where(m => m.Outside is not null).GroupBy(m => (m.Outside!.Trunk, m.Outside.CallerId)))
            attempts.Add(new GroupAttempt([.. way], way.Max(m => m.Member.RingTimeout ?? group.RingTimeout)));
        return attempts;
    }
}

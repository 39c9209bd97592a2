using Opbx.Core.Document.RingGroups;
using Opbx.Core.Routing.Decisions;
using Opbx.Core.Routing.Trace;

namespace Opbx.Core.Routing.Steps;

/// <summary>A ring group: one attempt after another until somebody answers, all turns are used, or no member can ring.</summary>
internal static class RingGroupStep
{
    public static Move Enter(Walk walk, string name)
    {
        if (walk.Plan.RingGroups.GetValueOrDefault(name) is not { } group) return Destinations.Gone(walk, "ringGroup", name);
        walk.Reach(name);
        if (!group.Active)
        {
            walk.Explain("ringGroup", "ringGroup", name, "groupInactive", $"The ring group {name} is switched off.");
            return walk.SayGoodbye(Sentences.GroupInactive);
        }
        walk.Play(group.Announcement);
        walk.State = walk.State with { NamePrefix = group.CallerNamePrefix ?? walk.State.NamePrefix };
        var members = GroupMembers.Live(walk, group);
        if (members.Count == 0)
        {
            walk.Explain("ringGroup", "ringGroup", name, "nobodyThere", $"Nobody of the ring group {name} can be rung now.");
            return new Move.Onward(group.Fallback);
        }
        var ordered = GroupOrder.ForCall(walk, group, members);
        return Attempt(walk, group, walk.Next(Wait.Group, name) with { Turn = 1, Index = 0, Order = [.. ordered.Select(m => m.Key)] });
    }

    public static Move Resume(Walk walk)
    {
        var state = walk.State;
        var result = RingResults.Parse(walk.Facts.CallStatus);
        walk.Happened(new RingEnded(result, result == RingResult.Answered ? state.Ringing : null));
        if (result == RingResult.Answered) return RingResults.Answered(walk, state.Ringing);
        if (walk.Plan.RingGroups.GetValueOrDefault(state.Key) is not { Active: true } group)
            return Destinations.Gone(walk, "ringGroup", state.Key);
        walk.Explain("ringGroup", "ringGroup", group.Name, "notTaken",
            $"Nobody of the ring group {group.Name} took the call in this attempt.");
        return Attempt(walk, group, state with { Index = state.Index + 1 });
    }

    /// <summary>The next attempt from a position on; members that became unavailable are skipped.</summary>
    private static Move Attempt(Walk walk, RingGroup group, RouterState state)
    {
        var live = GroupMembers.Live(walk, group).ToDictionary(m => m.Key, StringComparer.Ordinal);
        for (; state.Turn <= group.Turns; state = state with { Turn = state.Turn + 1, Index = 0 })
        {
            var attempts = GroupAttempts.OfTurn(group, state.Order ?? [.. live.Keys], live);
            for (; state.Index < attempts.Count; state = state with { Index = state.Index + 1 })
                if (attempts[state.Index] is { } attempt) return Ring(walk, group, attempt, state);
        }
        walk.Explain("ringGroup", "ringGroup", group.Name, "turnsUsed",
            $"Nobody of the ring group {group.Name} answered, so its fallback takes over.");
        return new Move.Onward(group.Fallback);
    }

    private static Move.Stop Ring(Walk walk, RingGroup group, GroupAttempt attempt, RouterState state)
    {
        var targets = attempt.Members.Select(m => m.Target).ToList();
        walk.Explain("ring", "ringGroup", group.Name, "ring",
            $"{string.Join(", ", targets)} of the ring group {group.Name} {(targets.Count == 1 ? "rings" : "ring")} for " +
                $"{attempt.Timeout} seconds.");
        var outside = attempt.Members[0].Outside;
        walk.Happened(outside is null ? new RingStarted(targets, [], group.Name) : new RingStarted([], targets, group.Name));
        return new Move.Stop(
            new Ring(outside is null ? RingKind.Phones : RingKind.Outside, targets, attempt.Timeout,
                state with { Ringing = targets.Count == 1 ? targets[0] : null }) {
                CallerName = CallerNames.For(walk),
                CallerId = outside?.CallerId,
                Trunk = outside?.Trunk,
                Record = RecordingChoice.NumberRecords(walk),
            });
    }
}

using Opbx.Core.Document;
using Opbx.Core.Document.Extensions;
using Opbx.Core.Document.Prompts;
using Opbx.Core.Document.RingGroups;
using Opbx.Core.Routing;
using Opbx.Core.Simulation;

namespace Opbx.Tests.Routing;

public sealed class GroupRehearsalTests
{
    private static readonly PbxDocument Document = new() {
        Extensions =
        [
            .. Enumerable.Range(1, 4).Select(i => new UserExtension { Number = $"100{i}", Name = $"Person {i}" }),
            new UserExtension { Number = "1005", Name = "Away", Active = false },
            new UserExtension { Number = "1006", Name = "Busy writing", DoNotDisturb = true },
        ],
    };

    [Fact]
    public void Phones_that_ring_together_join_and_leave_at_their_own_times()
    {
        var group = Group(RingStrategy.Simultaneous, new() { Extension = "1001" }, new() { Extension = "1002", Delay = 5 },
            new() { Extension = "1003", RingTimeout = 10 });
        Assert.Equal([("1001", 1, 0, 20), ("1003", 1, 0, 10), ("1002", 1, 5, 20)], Rehearse(group));
    }

    [Fact]
    public void One_after_another_each_rings_for_its_own_time_in_every_turn()
    {
        var group = Group(RingStrategy.Sequential, new() { Extension = "1001" }, new() { Extension = "1002", RingTimeout = 15 })
            with { Turns = 2 };
        Assert.Equal([("1001", 1, 0, 20), ("1002", 1, 20, 35), ("1001", 2, 35, 55), ("1002", 2, 55, 70)], Rehearse(group));
    }

    [Fact]
    public void Members_that_cannot_ring_are_named_with_the_reason()
    {
        var group = Group(RingStrategy.Sequential, new() { Extension = "1001" }, new() { Extension = "1005" }, new() { Extension = "1006" },
            new() { Extension = "1999" }, new() { External = "+12025550143" });
        var silent = GroupRehearsal.Run(Document, group, Context).Silent;
        Assert.Equal(["1005", "1006", "1999", "+12025550143"], silent.Select(s => s.Member));
        Assert.Equal(["The extension is disabled.", "Do not disturb is on.", "The extension does not exist."], silent.Take(3)
            .Select(s => s.Why));
        Assert.DoesNotContain("passed by", silent[3].Why, StringComparison.Ordinal);
    }

    [Fact]
    public void A_group_without_a_name_that_is_switched_off_is_rehearsed_as_well()
    {
        var group = Group(RingStrategy.Random, new() { Extension = "1001" }, new() { Extension = "1002" })
            with { Active = false, Announcement = new PromptValue { Say = new string('a', 140) } };
        var rehearsed = GroupRehearsal.Run(Document, group, Context);
        Assert.Equal((2, 40, 10), (rehearsed.Spans.Count, rehearsed.Seconds, rehearsed.LeadIn));
    }

    [Fact]
    public void Nobody_to_ring_takes_no_time()
    {
        var rehearsed = GroupRehearsal.Run(Document, Group(RingStrategy.Simultaneous), Context);
        Assert.Equal((0, 0), (rehearsed.Spans.Count, rehearsed.Seconds));
    }

    private static RoutingContext Context => new(DateTimeOffset.UnixEpoch, new SeededDice(1), new TestLines());

    private static RingGroup Group(RingStrategy strategy, params RingGroupMember[] members) =>
        new() { Strategy = strategy, RingTimeout = 20, Members = [.. members.Select((m, i) => m with { Order = i })] };

    private static IEnumerable<(string, int, int, int)> Rehearse(RingGroup group) =>
        GroupRehearsal.Run(Document, group, Context).Spans.Select(s => (s.Member, s.Turn, s.From, s.To));
}

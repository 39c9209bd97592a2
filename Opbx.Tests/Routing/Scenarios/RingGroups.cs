using System.Text.Json.Nodes;

namespace Opbx.Tests.Routing.Scenarios;

public sealed class RingGroups
{
    private const string Line = "+12125550199";

    [Fact]
    public void Simultaneous_rings_every_active_member_at_once_then_the_fallback()
    {
        var call = Scenario.CallFrom("1003", "600");
        Assert.Equal("1001+1002", call.Dialled);
        Assert.Contains("voicemail", call.Codes);
    }

    [Fact]
    public void Sequential_rings_one_after_another_for_all_turns_then_the_fallback_starts_fresh() =>
        Assert.Equal("1002 > 1003 > 1002 > 1003 > 1001+1002", Scenario.CallTo("+12125550102").Dialled);

    [Fact]
    public void Busy_and_unreachable_members_are_passed_by_at_once() =>
        Assert.Equal("1002 > 1003 > 1002",
            Scenario.CallTo("+12125550102", """[{"busy":true},{"unreachable":true},{"answer":"1002"}]""").Dialled);

    [Fact]
    public void Outside_members_ring_as_long_as_the_one_who_rings_longest()
    {
        var call = CallTo(
            """{"ringTimeout":20,"members":[{"external":"+12025550188","ringTimeout":5},{"external":"+12025550189"}]}""");
        Assert.Equal("20", call.Dials.Single().Attribute("timeout")!.Value);
    }

    [Fact]
    public void Members_ring_by_their_order() =>
        Assert.Equal("1001 > 1002 > 1003",
            CallTo("""{"strategy":"sequential","members":[{"extension":"1003","order":3},{"extension":"1001","order":1},{"extension":"1002","order":2}]}""").Dialled);

    [Fact]
    public void Round_robin_starts_each_call_one_member_later()
    {
        var lines = new TestLines();
        var starts = Enumerable.Range(0, 4)
            .Select(_ => CallTo(
                """{"strategy":"roundRobin","members":[{"extension":"1001","order":1},{"extension":"1002","order":2},{"extension":"1003","order":3}]}""", """[{"answer":true}]""", lines).Dialled);
        Assert.Equal(["1001", "1002", "1003", "1001"], starts);
    }

    [Fact]
    public void Random_rings_every_member_exactly_once_in_a_turn() =>
        Assert.Equal(["1001", "1002", "1003"],
            CallTo("""{"strategy":"random","members":[{"extension":"1001"},{"extension":"1002"},{"extension":"1003"}]}""").Dialled.Split(
                " > ").Order());

    [Fact]
    public void Least_recent_rings_whoever_answered_longest_ago_first()
    {
        var lines = new TestLines {
            Answered =
            { ["1001"] = DateTimeOffset.UnixEpoch.AddHours(2), ["1002"] = DateTimeOffset.UnixEpoch.AddHours(1) }
        };
        Assert.Equal("1003 > 1002 > 1001",
            CallTo("""{"strategy":"leastRecent","members":[{"extension":"1001"},{"extension":"1002"},{"extension":"1003"}]}""",
                lines: lines).Dialled);
    }

    [Fact]
    public void A_member_on_a_call_is_skipped()
    {
        var lines = new TestLines { Busy = { "1001" } };
        Assert.Equal("1002", CallTo("""{"skipBusy":true,"members":[{"extension":"1001"},{"extension":"1002"}]}""", lines: lines).Dialled);
    }

    [Fact]
    public void A_delayed_member_joins_later_within_the_ring_time()
    {
        var call = CallTo("""{"ringTimeout":20,"members":[{"extension":"1001"},{"extension":"1002","delay":8}]}""");
        Assert.Equal("1001 > 1001+1002", call.Dialled);
        Assert.Equal(["8", "12"], call.Dials.Select(d => d.Attribute("timeout")!.Value));
    }

    [Fact]
    public void Outside_members_are_dialled_apart_through_their_trunk()
    {
        var call = CallTo("""{"members":[{"extension":"1001"},{"external":"+12025550188"}]}""");
        Assert.Equal("1001 > +12025550188", call.Dialled);
        Assert.Null(call.Dials[0].Attribute("trunks"));
        Assert.Equal("national-carrier", call.Dials[1].Attribute("trunks")!.Value);
    }

    [Fact]
    public void A_group_without_live_member_goes_straight_to_its_fallback() =>
        Assert.Equal("1002",
            CallTo("""{"members":[{"extension":"1004"}],"fallback":{"type":"extension","number":"1002"}}""",
                """[{"answer":true}]""").Dialled);

    [Fact]
    public void The_callers_name_gets_the_prefix_of_the_group() =>
        Assert.Equal("Sales: " + Scenario.Outsider, CallTo("""{"callerNamePrefix":"Sales:","members":[{"extension":"1001"}]}""").Dials[0]
            .Attribute("callerName")!.Value);

    private static Scenario CallTo(string group, string script = "[]", TestLines? lines = null) => Scenario.CallTo(Line, script, document =>
    {
        var node = JsonNode.Parse(group)!.AsObject();
        node["name"] = "Tested";
        node.TryAdd("skipBusy", false);
        node.TryAdd("fallback", JsonNode.Parse("""{"type":"hangup","say":"Nobody."}"""));
        document["ringGroups"]!.AsArray().Add(node);
        NumbersAndExtensions.Number(document, Line, """{"type":"ringGroup","name":"Tested"}""");
    }, lines: lines);
}

using System.Text.Json.Nodes;
using Opbx.Core.Calls;
using Opbx.Core.Reports;
using Opbx.Core.Routing.Trace;

namespace Opbx.Tests.Reports;

/// <summary>Real calls through the router, and the cause that is found in their traces.</summary>
public sealed class MissedCausesTests
{
    [Fact]
    public void An_extension_that_nobody_answers_is_the_cause() =>
        Assert.Equal("noAnswer",
            CauseOf("extension", "1002", """[{"noAnswer":true}]""",
                Change("""{"voicemail":{"enabled":false},"forwarding":{}}""", "/extensions/1")).Code);

    [Fact]
    public void Do_not_disturb_is_the_cause() =>
        Assert.Equal("doNotDisturb",
            CauseOf("extension", "1002", "[]",
                Change("""{"doNotDisturb":true,"voicemail":{"enabled":false},"forwarding":{}}""", "/extensions/1")).Code);

    [Fact]
    public void A_caller_who_gives_up_while_it_rings_is_no_fault_of_a_later_step()
    {
        var cause = CauseOf("extension", "1002", "[]", Change("""{"voicemail":{"enabled":false},"forwarding":{}}""", "/extensions/1"),
            Disposition.Canceled, steps => [.. steps.TakeWhile(s => s.Code != "noAnswer")]);
        Assert.Equal(("gaveUpRinging", "1002"), (cause.Code, cause.Node?.Name));
    }

    [Fact]
    public void Equal_causes_are_counted_together_and_the_newest_call_is_shown()
    {
        var causes = new MissedCauses();
        var start = DateTimeOffset.UnixEpoch;
        TraceStep[] closed =
            [new("businessHours", new TraceNode("businessHours", "Office"), "closedOutsideHours", "Office is closed."),
                new("hangup", null, "hangup", "The call ends here.")];
        TraceStep[] nobody =
            [new("ringGroup", new TraceNode("ringGroup", "Sales"), "nobodyThere", "Nobody."),
                new("hangup", null, "hangup", "The call ends here.")];
        causes.Add("a", start.AddHours(2), Disposition.Missed, closed);
        causes.Add("b", start.AddHours(1), Disposition.Missed, closed);
        causes.Add("c", start, Disposition.Missed, nobody);
        causes.Add("d", start, Disposition.Failed, []);
        var report = causes.Report();
        Assert.Equal((4, "closed", 2, "a"), (report.Calls, report.Causes[0].Code, report.Causes[0].Count, report.Causes[0].Last));
        Assert.Equal(["closed", "nobodyThere", "unknown"], report.Causes.Select(c => c.Code).Order(StringComparer.Ordinal));
        Assert.All(report.Causes, c => Assert.NotEmpty(c.Advice));
    }

    /// <summary>Every sentence names its object and not a code.</summary>
    [Fact]
    public void No_cause_of_the_sample_is_told_in_codes()
    {
        foreach (var script in (string[])["[]", """[{"press":"9"}]""", """[{"noInput":true}]""", """[{"press":"1"},{"busy":true}]""",
            """[{"press":"2"},{"unreachable":true}]"""])
        {
            var causes = new MissedCauses();
            var call = Scenario.CallTo("+12125550100", script);
            causes.Add("x", DateTimeOffset.UnixEpoch, Disposition.Missed,
                [.. call.Result.Steps.Select(s => new TraceStep(s.Kind, s.Node, s.Code, s.Reason))]);
            var cause = Assert.Single(causes.Report().Causes);
            Assert.NotEqual("unknown", cause.Code);
            Assert.DoesNotContain("The call ended at", cause.What, StringComparison.Ordinal);
        }
    }

    private static MissedCause CauseOf(string type, string number, string script, Action<JsonNode> change,
        Disposition disposition = Disposition.Missed, Func<IReadOnlyList<TraceStep>, IReadOnlyList<TraceStep>>? cut = null)
    {
        var call = Scenario.CallTo("+12125550100", script, d =>
        {
            change(d);
            d["phoneNumbers"]![0]!["destination"] = new JsonObject { ["type"] = type, ["number"] = number };
        });
        IReadOnlyList<TraceStep> steps = [.. call.Result.Steps.Select(s => new TraceStep(s.Kind, s.Node, s.Code, s.Reason))];
        var causes = new MissedCauses();
        causes.Add("x", DateTimeOffset.UnixEpoch, disposition, cut?.Invoke(steps) ?? steps);
        return Assert.Single(causes.Report().Causes);
    }

    private static Action<JsonNode> Change(string members, string at) => document =>
    {
        var parts = at.Split('/', StringSplitOptions.RemoveEmptyEntries);
        var target = document[parts[0]]![int.Parse(parts[1], null)]!;
        foreach (var (name, value) in JsonNode.Parse(members)!.AsObject()) target[name] = value?.DeepClone();
    };
}

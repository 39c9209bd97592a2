using System.Text.Json.Nodes;
using Opbx.Core.Document.Simulation;

namespace Opbx.Tests.Routing.Scenarios;

public sealed class NumbersAndExtensions
{
    [Fact]
    public void A_number_rings_its_extension_for_the_extensions_own_ring_time()
    {
        var call = Scenario.CallTo("+12125550101", """[{"answer":"1001"}]""");
        Assert.Equal("1001", call.Dialled);
        Assert.Equal("20", call.Dials[0].Attribute("timeout")!.Value);
        Assert.Equal(("1001", SimulationOutcome.Answered), (call.Result.AnsweredBy, call.Result.Outcome));
    }

    [Fact]
    public void A_missing_plus_changes_nothing() => Assert.Equal("1001", Scenario.CallTo("12125550101", """[{"answer":true}]""").Dialled);

    [Theory]
    [InlineData("+12125559999")]
    [InlineData("+12125550103")]
    [InlineData("1001")]
    [InlineData("")]
    public void Unknown_or_inactive_numbers_and_outside_extensions_are_rejected(string dialled)
    {
        var call = Scenario.CallTo(dialled);
        Assert.Equal(SimulationOutcome.Rejected, call.Result.Outcome);
        Assert.Equal("", call.Dialled);
    }

    [Fact]
    public void No_answer_forwards_to_the_configured_extension() =>
        Assert.Equal("1002 > 1001",
            Scenario.CallTo("+12125550199", """[{"noAnswer":true},{"answer":"1001"}]""",
                d => Number(d, "+12125550199", """{"type":"extension","number":"1002"}""")).Dialled);

    [Fact]
    public void Unreachable_forwards_outside_through_the_outbound_rules()
    {
        var call = Scenario.CallTo("+12125550199", """[{"unreachable":true},{"answer":true}]""",
            d => Number(d, "+12125550199", """{"type":"extension","number":"1002"}"""));
        Assert.Equal("1002 > +12025550177", call.Dialled);
        Assert.Equal(("national-carrier", "+12125550100"),
            (call.Dials[1].Attribute("trunks")!.Value, call.Dials[1].Attribute("callerId")!.Value));
    }

    [Fact]
    public void Forwarding_outside_needs_the_call_type_of_the_person_who_forwards()
    {
        var call = Scenario.CallTo("+12125550199", """[{"unreachable":true}]""", d =>
        {
            Number(d, "+12125550199", """{"type":"extension","number":"1002"}""");
            d["extensions"]![1]!["enabledCalls"] = new JsonArray("local");
        });
        Assert.Equal("1002", call.Dialled);
        Assert.Contains("callTypeDisabled", call.Codes);
    }

    [Theory]
    [InlineData("busy")]
    [InlineData("noAnswer")]
    [InlineData("unreachable")]
    public void A_call_that_is_not_taken_goes_to_voicemail_when_it_is_on(string result)
    {
        var call = Scenario.CallTo("+12125550101", $$"""[{"{{result}}":true},{"leaveMessage":7}]""");
        Assert.Equal(SimulationOutcome.Voicemail, call.Result.Outcome);
        Assert.Single(call.Documents, d => d.Root!.Element("Record") is not null);
    }

    [Fact]
    public void Do_not_disturb_takes_the_busy_path_without_ringing()
    {
        var call = Scenario.CallTo("+12125550101", "[]", d => d["extensions"]![0]!["doNotDisturb"] = true);
        Assert.Equal("", call.Dialled);
        Assert.Contains("doNotDisturb", call.Codes);
        Assert.Contains("voicemail", call.Codes);
    }

    [Fact]
    public void An_inactive_extension_is_explained_to_the_caller()
    {
        var call = Scenario.CallFrom("1001", "1004");
        Assert.Equal("", call.Dialled);
        Assert.Contains("not in service", Assert.Single(call.Heard), StringComparison.Ordinal);
    }

    [Fact]
    public void After_an_answered_call_nothing_more_rings()
    {
        var call = Scenario.CallTo("+12125550102", """[{"answer":"1002"}]""");
        Assert.Equal("1002", call.Dialled);
        Assert.Equal("Hangup", call.Documents[^1].Root!.Elements().Single().Name);
    }

    [Theory]
    [InlineData("+12125550101")]
    [InlineData("12125550101")]
    [InlineData("2125550101")]
    [InlineData("01112125550101")]
    public void An_own_number_dialled_inside_takes_its_destination_in_every_spelling(string dialled) =>
        Assert.Equal("1001", Scenario.CallFrom("1002", dialled, """[{"answer":true}]""").Dialled);

    [Fact]
    public void An_own_number_that_is_switched_off_is_rejected_and_not_dialled_outside()
    {
        var call = Scenario.CallFrom("1001", "+12125550103");
        Assert.Equal((SimulationOutcome.Rejected, ""), (call.Result.Outcome, call.Dialled));
    }

    [Fact]
    public void A_loop_of_destinations_ends_with_an_apology_or_at_the_safety_destination()
    {
        static void Loop(JsonNode d, string? safety)
        {
            foreach (var (name, next) in new[] { ("A", "B"), ("B", "A") })
                d["businessHours"]!.AsArray()
                    .Add(JsonNode.Parse(
                        $$$"""{"name":"Loop {{{name}}}","open":{"type":"businessHours","name":"Loop {{{next}}}"},"closed":{"type":"businessHours","name":"Loop {{{next}}}"}}"""));
            Number(d, "+12125550199", """{"type":"businessHours","name":"Loop A"}""", safety);
        }
        var lost = Scenario.CallTo("+12125550199", "[]", d => Loop(d, null));
        Assert.Contains("tooManyHops", lost.Codes);
        Assert.Single(lost.Heard);
        Assert.Equal("1001",
            Scenario.CallTo("+12125550199", """[{"answer":true}]""", d => Loop(d, """{"type":"extension","number":"1001"}""")).Dialled);
    }

    [Theory]
    [InlineData("+19005550123", SimulationOutcome.Blocked)]
    [InlineData("+12025550666", SimulationOutcome.Blocked)]
    [InlineData("+12025550667", SimulationOutcome.Missed)]
    public void Blocked_callers_are_turned_away(string from, SimulationOutcome outcome) =>
        Assert.Equal(outcome, Scenario.CallTo("+12125550102", "[]", from: from).Result.Outcome);

    internal static void Number(JsonNode document, string number, string destination, string? safety = null) =>
        document["phoneNumbers"]!.AsArray()
            .Add(new JsonObject {
                ["number"] = number, ["destination"] = JsonNode.Parse(destination), ["safety"] = safety is null ? null
                : JsonNode.Parse(safety)
            });
}

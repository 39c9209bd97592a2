using Opbx.Core.Document.BusinessHours;
using Opbx.Core.Document.Simulation;
using Opbx.Core.Routing;
using Opbx.Core.Routing.Commands;
using Opbx.Core.Routing.Decisions;
using Opbx.Core.Routing.Plan;
using Opbx.Core.Routing.Trace;

namespace Opbx.Tests.Routing.Scenarios;

public sealed class FeatureCodes
{
    private static readonly DateTimeOffset Morning = new(2026, 11, 24, 15, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset Night = new(2026, 11, 24, 4, 0, 0, TimeSpan.Zero);
    private static readonly RingingCall Ringing =
        new("ringing", 3, CallDirection.Inbound, Scenario.Outsider, "+12125550101", "+12125550101", null, ["1001"]);

    [Fact]
    public void The_day_night_code_closes_an_open_office_by_hand_and_says_so()
    {
        var result = Dial("*28", at: Morning);
        Assert.Equal(new SwitchHours(HoursState.Closed, "*28", "1001"), Assert.Single(result.Commands));
        Assert.Contains("closed", Said(result), StringComparison.Ordinal);
        Assert.IsType<HangUp>(result.Decision.Ending);
    }

    [Fact]
    public void The_day_night_code_opens_a_closed_office_by_hand()
    {
        var result = Dial("*28", at: Night);
        Assert.Equal(HoursState.Open, Assert.IsType<SwitchHours>(Assert.Single(result.Commands)).ByHand);
        Assert.Contains("now open", Said(result), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("open", 4, "closed now")]
    [InlineData("closed", 15, "open now")]
    public void The_second_time_the_opening_hours_apply_again(string held, int hour, string expected)
    {
        var result = Dial("*28", new DateTimeOffset(2026, 11, 24, hour, 0, 0, TimeSpan.Zero), change: $$"""{"state":"{{held}}"}""");
        Assert.Null(Assert.IsType<SwitchHours>(Assert.Single(result.Commands)).ByHand);
        Assert.Contains(expected, Said(result), StringComparison.Ordinal);
    }

    [Fact]
    public void An_override_that_is_over_does_not_count_as_switched_by_hand() =>
        Assert.Equal(HoursState.Closed,
            Assert.IsType<SwitchHours>(
                Assert.Single(Dial("*28", Morning, """{"state":"closed","until":"2026-11-24T14:59:59Z"}""").Commands)).ByHand);

    [Fact]
    public void Codes_are_those_of_the_document()
    {
        var call = Scenario.CallFrom("1001", "#5", change: d => d["pbx"]!["featureCodes"] =
            System.Text.Json.Nodes.JsonNode.Parse("""{"pickup":"##","voicemail":"#97","dayNight":"#5"}"""));
        Assert.Contains("closedByCode", call.Codes);
        Assert.DoesNotContain("closedByCode",
            Scenario.CallFrom("1001", "*28", change: d => d["pbx"]!["featureCodes"] =
                System.Text.Json.Nodes.JsonNode.Parse("""{"pickup":"##","voicemail":"#97","dayNight":"#5"}""")).Codes);
    }

    [Fact]
    public void From_outside_a_feature_code_is_a_number_like_any_other_unknown_one() =>
        Assert.Equal(SimulationOutcome.Rejected, Scenario.CallTo("*28").Result.Outcome);

    [Fact]
    public void Who_has_no_extension_may_not_use_a_feature_code()
    {
        var result = Dial("*28", Morning, from: "+12025550143");
        Assert.Empty(result.Commands);
        Assert.NotEmpty(result.Decision.Before);
    }

    [Fact]
    public void Picking_up_leads_into_the_conference_in_which_the_ringing_call_will_be()
    {
        var lines = new TestLines { Ringing = Ringing };
        var result = Dial("**1001", Morning, from: "1002", lines: lines);
        var entered = Assert.IsType<EnterConference>(result.Decision.Ending);
        Assert.Equal(new PickUp(Ringing, "1002", "t"), Assert.Single(result.Commands));
        var brought = CallRouter.BringIn(Plan(), Ringing, "1002", new RoutingContext(Morning, new SeededDice(1), lines));
        Assert.Equal(entered.Room.Name, Assert.IsType<EnterConference>(brought.Decision.Ending).Room.Name);
        Assert.Equal((4, CallDirection.Inbound, "+12125550101"), (brought.Stage, brought.Direction, brought.PhoneNumber));
        Assert.IsType<ConferenceEntered>(Assert.Single(brought.Events));
        Assert.True(entered.Room.MaxParticipants == 2 && entered.IsLast);
    }

    [Fact]
    public void Where_nothing_rings_there_is_a_sentence_and_no_order()
    {
        foreach (var dialled in new[] { "**1003", "**", "**9999" })
        {
            var result = Dial(dialled, Morning, from: "1002", lines: new TestLines { Ringing = Ringing });
            Assert.Empty(result.Commands);
            Assert.NotEmpty(result.Decision.Before);
        }
    }

    [Fact]
    public void A_late_request_of_a_call_that_was_picked_up_stays_in_its_conference()
    {
        var context = new RoutingContext(Morning, new SeededDice(1), new TestLines { Elsewhere = new PickedUpCall("pickup-t", 2) });
        var state = new RouterState { Session = "t", IssuedAt = Morning.ToUnixTimeSeconds(), Wait = Wait.Extension, Key = "1001" };
        var result = CallRouter.Resume(Plan(), state, new CallFacts { Token = "t", CallStatus = "canceled" }, context);
        Assert.Equal("pickup-t", Assert.IsType<EnterConference>(result.Decision.Ending).Room.Name);
    }

    [Fact]
    public void A_call_that_could_not_be_picked_up_goes_on_behind_what_was_written_about_that()
    {
        var context = new RoutingContext(Morning, new SeededDice(1), new TestLines { Elsewhere = new PickedUpCall(null, 3) });
        var state = new RouterState { Session = "t", IssuedAt = Morning.ToUnixTimeSeconds(), Wait = Wait.Extension, Key = "1001" };
        var result = CallRouter.Resume(Plan(), state, new CallFacts { Token = "t", CallStatus = "no-answer" }, context);
        Assert.Equal(4, result.Stage);
        Assert.IsType<TakeMessage>(result.Decision.Ending);
    }

    [Fact]
    public void A_simulation_says_what_a_code_would_do()
    {
        var call = Scenario.CallFrom("1001", "*28");
        Assert.Contains("closedByCode", call.Codes);
        Assert.Single(call.Heard);
    }

    private static string Said(RouteResult result) => Assert.Single(result.Decision.Before).Text!;

    private static DialPlan Plan(string? hand = null) =>
        DialPlan.Compile(
            Samples.Acme(d => d["businessHours"]![0]!["override"] = hand is null ? null : System.Text.Json.Nodes.JsonNode.Parse(hand)));

    private static RouteResult Dial(string dialled, DateTimeOffset at, string? change = null, string from = "1001",
        TestLines? lines = null) =>
        CallRouter.Route(Plan(change), new CallFacts { Token = "t", From = from, To = dialled, Origin = CallOrigin.Phone },
            new RoutingContext(at, new SeededDice(1), lines ?? new TestLines()));
}

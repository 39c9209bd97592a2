using Opbx.Core.Cloudonix.Cxml;
using Opbx.Core.Document;
using Opbx.Core.Routing;
using Opbx.Core.Routing.Decisions;
using Opbx.Core.Routing.Plan;
using Opbx.Core.Routing.State;
using Opbx.Core.Routing.Trace;

namespace Opbx.Tests.Routing.Scenarios;

/// <summary>Calls that people send elsewhere or join by hand while they go on.</summary>
public sealed class Transfers
{
    private static readonly DateTimeOffset Morning = new(2026, 11, 24, 15, 0, 0, TimeSpan.Zero);
    private static readonly byte[] Key = new byte[32];
    private static readonly RingingCall Live =
        new("t", 3, CallDirection.Inbound, Scenario.Outsider, "+12125550101", "+12125550101", null, []);
    private static readonly Transfer ToExtension = new(new ExtensionDestination { Number = "1002" }, Talked: true, With: "1001");

    [Fact]
    public void A_transferred_call_goes_on_at_its_new_place_with_what_is_known_of_it()
    {
        var state = CallRouter.Transfer(Live, ToExtension, Morning);
        var result = CallRouter.Resume(Plan(), StateCodec.Read(StateCodec.Write(state, Key), [Key]),
            new CallFacts { Token = "t", From = Scenario.Outsider }, Context());
        Assert.Equal(["1002"], Assert.IsType<Ring>(result.Decision.Ending).Targets);
        Assert.Equal((CallDirection.Inbound, "+12125550101"), (result.Direction, result.PhoneNumber));
        Assert.Equal(new Transferred(true, "1001"), result.Events[0]);
        Assert.Contains(result.Trace, s => s.Code == "transferred");
        Assert.True(result.Stage > Live.Stage + 1);
    }

    public static TheoryData<Destination> Places =>
    [
        new ExtensionDestination { Number = "1002" }, new RingGroupDestination { Name = "Billing" },
            new IvrDestination { Name = "Main menu" }, new BusinessHoursDestination { Name = "Office" },
        new VoicemailDestination { Extension = "1001" }, new ConferenceDestination { Name = "Board" },
            new AiAssistantDestination { Extension = "9999" },
    ];

    [Theory]
    [MemberData(nameof(Places))]
    public void Every_place_survives_the_way_through_the_address(Destination to)
    {
        var state = CallRouter.Transfer(Live, new Transfer(to, Talked: false, With: null), Morning);
        Assert.Equal(to, StateCodec.Read(StateCodec.Write(state, Key), [Key])!.Transfer!.To);
    }

    [Fact]
    public void A_late_request_of_the_document_before_is_answered_as_the_transfer()
    {
        var stage = CallRouter.Transfer(Live, ToExtension, Morning).Stage + 1;
        var context = Context(new PickedUpCall(null, stage) { Transfer = ToExtension });
        var late = new RouterState {
            Session = "t", Stage = 3, IssuedAt = Morning.ToUnixTimeSeconds(), Wait = Wait.Extension,
            Key = "1001"
        };
        var result = CallRouter.Resume(Plan(), late, new CallFacts { Token = "t", CallStatus = "canceled" }, context);
        Assert.Equal(["1002"], Assert.IsType<Ring>(result.Decision.Ending).Targets);
        Assert.Equal(stage, result.Stage);
    }

    [Fact]
    public void Requests_after_the_transfer_go_on_from_there()
    {
        var first = CallRouter.Resume(Plan(), CallRouter.Transfer(Live, ToExtension, Morning), new CallFacts { Token = "t" }, Context());
        var context = Context(new PickedUpCall(null, first.Stage) { Transfer = ToExtension });
        var next = CallRouter.Resume(Plan(), ((Ring)first.Decision.Ending).Next, new CallFacts { Token = "t", CallStatus = "completed" },
            context);
        Assert.Equal("answered", next.Trace[0].Code);
        Assert.Equal(first.Stage + 1, next.Stage);
    }

    [Fact]
    public void A_picked_up_call_can_be_transferred_out_of_its_conference()
    {
        var state = CallRouter.Transfer(Live, ToExtension, Morning);
        var result = CallRouter.Resume(Plan(), state, new CallFacts { Token = "t" }, Context(new PickedUpCall("pickup-t", 4)));
        Assert.IsType<Ring>(result.Decision.Ending);
    }

    [Fact]
    public void A_place_that_is_gone_meanwhile_leads_to_the_safety_destination_or_an_apology()
    {
        var state = CallRouter.Transfer(Live, new Transfer(new RingGroupDestination { Name = "Gone" }, Talked: false, With: null), Morning);
        Assert.Contains(CallRouter.Resume(Plan(), state, new CallFacts { Token = "t" }, Context()).Trace, s => s.Code == "gone");
    }

    [Theory]
    [InlineData(JoinKind.Listen, CallDirection.Inbound, """<Coach policy="listen">t</Coach>""")]
    [InlineData(JoinKind.Whisper, CallDirection.Inbound, """<Coach policy="whisper" whisperDirection="calee">t</Coach>""")]
    [InlineData(JoinKind.Whisper, CallDirection.Outbound, """<Coach policy="whisper" whisperDirection="caller">t</Coach>""")]
    [InlineData(JoinKind.Barge, CallDirection.Inbound, """<Coach policy="barge">t</Coach>""")]
    public void Joining_is_the_platforms_coach_verb_and_a_whisper_reaches_the_own_side_only(JoinKind how, CallDirection direction,
        string expected)
    {
        var result = CallRouter.Join(Plan(), Live with { Direction = direction }, "1002", how, "supervisor", Context());
        var cxml = CxmlWriter.Write(
            DecisionRenderer.Render(
                result.Decision, new DocumentAddresses(_ => "https://pbx.example/voice", _ => "https://pbx.example/recording")));
        Assert.Contains(expected + "<Hangup />", cxml, StringComparison.Ordinal);
        Assert.Null(CxmlContract.Fault(cxml));
        Assert.Equal(new CallJoined("t"), Assert.Single(result.Events));
    }

    private static RoutingContext Context(PickedUpCall? elsewhere = null) =>
        new(Morning, new SeededDice(1), new TestLines { Elsewhere = elsewhere });

    private static DialPlan Plan() => DialPlan.Compile(Samples.Acme());
}

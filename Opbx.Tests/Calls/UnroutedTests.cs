using Opbx.Core.Calls.Facts;
using Opbx.Core.Calls.Ingest;
using Opbx.Core.Calls.Projection;
using Opbx.Core.Routing;
using Opbx.Core.Routing.Trace;
using static Opbx.Tests.Support.Data.Histories;

namespace Opbx.Tests.Calls;

/// <summary>No answered request of a call could be kept: what integrations are told then comes from the platform's messages,
/// once.</summary>
public sealed class UnroutedTests
{
    [Fact]
    public void The_first_update_after_the_routing_reports_an_inbound_call() =>
        Assert.Equal(["received"], Told(Update("new", 0), Update("processing", 1), Update("ringing", 2)));

    [Fact]
    public void The_first_updates_wait_for_the_request_because_it_says_more() =>
        Assert.Empty(Told(Update("new", 0), Update("processing", 1)));

    [Fact]
    public void The_record_alone_tells_everything() => Assert.Equal(["received", "answered", "ended"], Told(Record("ANSWER", 30)));

    [Fact]
    public void The_phone_that_is_connected_answered()
    {
        var (call, told) = Fold([Update("ringing", 2, 201), Update("connected", 5, 201), Record("ANSWER", 30)]);
        Assert.Equal(["received", "answered", "ended"], told);
        Assert.Equal(("1001", 5), (call.AnsweredBy, call.WaitSeconds!.Value));
    }

    [Fact]
    public void Nobody_is_told_as_answered_who_was_not() =>
        Assert.Equal(["received", "ended", "missed"], Told(Update("ringing", 2), Record("NOANSWER", 30, answered: false)));

    [Fact]
    public void What_a_late_request_says_is_told_beside_it_and_nothing_twice() => Assert.Equal(
        ["received", "answered", "menu1.0"],
        Told(Update("ringing", 2, 201), Update("connected", 5, 201), Stage(1, new MenuReached("Main")), Stage(2, Rings("1001")),
            Stage(3, new RingEnded(RingResult.Answered, "1001"))));

    [Fact]
    public void A_call_of_an_own_phone_to_the_outside_is_told_as_placed_once() => Assert.Equal(
        ["placed", "ended"],
        Told(Says("outgoing", "1001", "+13105550199", "ringing", 2),
            Stage(1, CallDirection.Outbound, new OutboundPlaced("1001", "+13105550199", null)), Record("ANSWER", 30)));

    [Fact]
    public void Calls_between_own_phones_are_neither() => Assert.Empty(Told(Says("outgoing", "1001", "1002", "ringing", 2)));

    /// <summary>The platform tells of a supervisor's session before its document is in the journal.</summary>
    [Fact]
    public void A_session_that_the_portal_began_is_never_told_as_received()
    {
        Assert.Empty(Told(Says("application", "+12025550143", "1001", "ringing", 2),
            Says("application", "+12025550143", "1001", "connected", 5), Stage(1, CallDirection.Internal, new CallJoined("other"))));
        Assert.DoesNotContain("received", Told(Record("ANSWER", 30) with { Record = Record("ANSWER", 30).Record! with { To = "1001" } }));
    }

    /// <summary>The request that moved the call could not be kept; memory knows of the pickup.</summary>
    [Fact]
    public void Who_picks_up_a_call_elsewhere_did_not_answer_it()
    {
        CallNews[] facts = [Stage(1, Rings("1001")), Update("ringing", 2, 201), Update("connected", 5)];
        Assert.Contains("answered", Told(facts));
        Assert.DoesNotContain("answered", Told(Around with { IsPickedUp = token => token == Token }, facts));
        Assert.Contains("answered",
            Told(Around with { IsPickedUp = token => token == Token }, [.. facts, Stage(2, new RingEnded(RingResult.Answered, "1001"))]));
    }

    [Fact]
    public async Task Memory_knows_of_pickups_and_not_of_transfers()
    {
        await using var bench = await CallBench.OpenAsync();
        var source = new SurroundingsSource(bench.Configuration, (_, _) => null,
            new Core.Shared.PublicAddress(Microsoft.Extensions.Options.Options.Create(new Core.Shared.PortalOptions())), bench.PickedUp);
        Assert.False(source.For(Pbx).IsPickedUp(Token));
        bench.PickedUp.Set(Pbx, Token, new PickedUpCall("pickup", 11));
        Assert.True(source.For(Pbx).IsPickedUp(Token));
        bench.PickedUp.Set(Pbx, Token, new PickedUpCall(null, 12));
        Assert.False(source.For(Pbx).IsPickedUp(Token));
    }

    private static IReadOnlyList<string> Told(params CallNews[] facts) => Fold(facts).Told;

    private static List<string> Told(Surroundings around, CallNews[] facts)
    {
        var call = CallFold.Begin(facts[0]);
        return [.. facts.SelectMany(f => CallFold.Add(call, f, around)?.Events ?? []).Select(e => e.SourceKey.Split('/')[2])];
    }

    private static CallNews Says(string direction, string from, string to, string status, int second) => Update(status, second) with {
        Session = SessionFacts.From(
            new SessionUpdate {
                Token = Token, Status = status, CallerId = from, Destination = to, Direction = direction,
                ModifiedAt = Start.AddSeconds(second), StartedAt = Start
            }),
    };
}

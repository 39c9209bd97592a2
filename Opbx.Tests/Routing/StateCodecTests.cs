using System.Security.Cryptography;
using Opbx.Core.Routing;
using Opbx.Core.Routing.Decisions;
using Opbx.Core.Routing.Plan;
using Opbx.Core.Routing.State;

namespace Opbx.Tests.Routing;

public sealed class StateCodecTests
{
    private static readonly byte[] Key = RandomNumberGenerator.GetBytes(32);
    private static readonly RouterState State =
        new() {
            Stage = 3, Session = "abc", Wait = Wait.Menu, Key = "Main menu", PhoneNumber = "+12125550100",
            MenuTurns = new Dictionary<string, int>(StringComparer.Ordinal) { ["Main menu"] = 2 }
        };

    [Fact]
    public void What_was_written_is_read_back()
    {
        var read = StateCodec.Read(StateCodec.Write(State, Key), [Key])!;
        Assert.Equal((3, "abc", Wait.Menu, "Main menu", 2), (read.Stage, read.Session, read.Wait, read.Key, read.MenuTurns!["Main menu"]));
    }

    [Fact]
    public void The_key_before_a_rotation_still_reads() =>
        Assert.NotNull(StateCodec.Read(StateCodec.Write(State, Key), [RandomNumberGenerator.GetBytes(32), Key]));

    [Fact]
    public void A_change_of_any_character_is_noticed()
    {
        var text = StateCodec.Write(State, Key);
        for (var i = 0; i < text.Length - 1; i++)
        {
            var changed = text[..i] + (text[i] == 'A' ? 'B' : 'A') + text[(i + 1)..];
            Assert.Null(StateCodec.Read(changed, [Key]));
        }
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("%%%")]
    [InlineData("AAAA")]
    public void Nonsense_is_refused(string? text) => Assert.Null(StateCodec.Read(text, [Key]));

    [Fact]
    public void A_state_of_another_call_or_of_yesterday_is_refused_with_a_sentence()
    {
        var plan = DialPlan.Compile(Samples.Acme());
        var now = DateTimeOffset.UnixEpoch.AddYears(56);
        var context = new RoutingContext(now, new SeededDice(1), new TestLines());
        var facts = new CallFacts { Token = "abc", From = Scenario.Outsider, To = "+12125559999", CallStatus = "no-answer" };
        foreach (var state in new[] { null, State with { Session = "other", IssuedAt = now.ToUnixTimeSeconds() },
            State with { IssuedAt = now.AddDays(-1).ToUnixTimeSeconds() } })
        {
            var result = CallRouter.Resume(plan, state, facts, context);
            Assert.IsType<HangUp>(result.Decision.Ending);
            Assert.NotEmpty(result.Decision.Before);
            Assert.Equal("stateRefused", result.Trace[0].Code);
        }
    }

    [Fact]
    public void A_refused_state_leads_to_the_safety_destination_of_the_called_number()
    {
        var context = new RoutingContext(DateTimeOffset.UnixEpoch.AddYears(56), new SeededDice(1), new TestLines());
        var result = CallRouter.Resume(DialPlan.Compile(Samples.Acme()), null,
            new CallFacts { Token = "abc", From = Scenario.Outsider, To = "+12125550100" }, context);
        Assert.Equal(["1001"], Assert.IsType<Ring>(result.Decision.Ending).Targets);
    }
}

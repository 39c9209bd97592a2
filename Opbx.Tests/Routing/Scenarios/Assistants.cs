using System.Text.Json.Nodes;
using Opbx.Core.Routing;
using Opbx.Core.Routing.Decisions;
using Opbx.Core.Routing.Plan;
using Opbx.Core.Routing.Trace;

namespace Opbx.Tests.Routing.Scenarios;

public sealed class Assistants
{
    private static readonly DateTimeOffset Morning = new(2026, 11, 24, 15, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("completed", false)]
    [InlineData("busy", true)]
    public void An_assistant_that_took_the_call_is_no_person_who_answered(string status, bool told)
    {
        var plan = DialPlan.Compile(
            Samples.Acme(d => d["extensions"]!.AsArray()
                .Add(JsonNode.Parse("""{"number":"950","type":"aiAssistant","name":"Ava","provider":"vapi","address":"agent-1"}"""))));
        var context = new RoutingContext(Morning, new SeededDice(1), new TestLines());
        var first = CallRouter.Route(plan, new CallFacts { Token = "t", From = "1001", To = "950", Origin = CallOrigin.Phone }, context);
        var next = CallRouter.Resume(plan, Assert.IsType<Ring>(first.Decision.Ending).Next,
            new CallFacts { Token = "t", CallStatus = status }, context);
        Assert.Equal(told, next.Events.OfType<RingEnded>().Any());
    }
}

using Opbx.Core.Routing.Decisions;
using Opbx.Core.Routing.Plan;
using Opbx.Core.Routing.Steps;

namespace Opbx.Core.Routing;

/// <summary>
/// The one routing engine. Pure: the same plan, facts, state and context always give the same result. Live calls, simulator, findings,
/// explanations and tests all ask here.
/// </summary>
public static class CallRouter
{
    private static readonly TimeSpan StateLife = TimeSpan.FromHours(12);

    /// <summary>Decides the first request of a call.</summary>
    public static RouteResult Route(DialPlan plan, CallFacts facts, RoutingContext context)
    {
        var walk = new Walk(plan, facts, context, new CallState { IssuedAt = context.Now.ToUnixTimeSeconds(), Session = facts.Token });
        return walk.Run(facts.Origin == CallOrigin.Outside ? InboundStep.Enter(walk) : PhoneStep.Enter(walk));
    }

    /// <summary>Decides a later request; <paramref name="state"/> is null when it was tampered with or came from elsewhere.</summary>
    public static RouteResult Resume(DialPlan plan, CallState? state, CallFacts facts, RoutingContext context)
    {
        if (state is null || state.Session != facts.Token || context.Now.ToUnixTimeSeconds() - state.IssuedAt > StateLife.TotalSeconds) return Refuse(plan, facts, context);
        var walk = new Walk(plan, facts, context, state with { Stage = state.Stage + 1, IssuedAt = context.Now.ToUnixTimeSeconds() });
        return walk.Run(state.Wait switch
        {
            Wait.Extension => ExtensionStep.Resume(walk),
            Wait.Group => RingGroupStep.Resume(walk),
            Wait.Outside => OutsideStep.Resume(walk),
            Wait.Menu => MenuStep.Resume(walk),
            Wait.Message => VoicemailStep.Resume(walk),
            Wait.Pin => ConferenceStep.ResumePin(walk),
            Wait.Conference => ConferenceStep.Left(walk),
        });
    }

    /// <summary>What a call gets whose request cannot be trusted or understood: an apology, and the safety destination of the number that was called.</summary>
    private static RouteResult Refuse(DialPlan plan, CallFacts facts, RoutingContext context)
    {
        var number = facts.Origin == CallOrigin.Outside ? plan.FindNumber(facts.To)?.Number : null;
        // Far above the stage numbers of a real call, so that its record keeps what it has.
        var walk = new Walk(plan, facts, context, new CallState { IssuedAt = context.Now.ToUnixTimeSeconds(), Session = facts.Token, PhoneNumber = number, Stage = 1000 });
        walk.Explain("state", null, null, "stateRefused", "The address of this request was not made by this portal for this call, or it is too old.");
        walk.Say(Sentences.StateRefused);
        return walk.Run(number is not null && plan.FindNumber(number)?.Safety is not null ? walk.Rescue() : new Move.Stop(new HangUp()));
    }
}

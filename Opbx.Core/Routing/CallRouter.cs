using Opbx.Core.Routing.Decisions;
using Opbx.Core.Routing.Plan;
using Opbx.Core.Routing.State;
using Opbx.Core.Routing.Steps;

namespace Opbx.Core.Routing;

/// <summary>
/// The one routing engine. Pure: the same plan, facts, state and context always give the same result. Live calls, simulator, findings,
/// explanations and tests all ask here.
/// </summary>
public static class CallRouter
{
    /// <summary>The stage number of a request that was refused: far above those of a real call, so that its record keeps what it has.</summary>
    public const int RefusedStage = 1000;

    private static readonly TimeSpan StateLife = TimeSpan.FromHours(12);

    /// <summary>Decides the first request of a call.</summary>
    public static RouteResult Route(DialPlan plan, CallFacts facts, RoutingContext context)
    {
        var walk = new Walk(plan, facts, context, new CallState { IssuedAt = context.Now.ToUnixTimeSeconds(), Session = facts.Token });
        return walk.Run(facts.Origin == CallOrigin.Outside ? InboundStep.Enter(walk) : PhoneStep.Enter(walk));
    }

    /// <summary>Decides a later request; <paramref name="state"/> is null when it was tampered with or came from elsewhere. A state is good for its own call only, and for twelve hours.</summary>
    public static RouteResult Resume(DialPlan plan, CallState? state, CallFacts facts, RoutingContext context)
    {
        if (state is null || !Enum.IsDefined(state.Wait) || state.Session != facts.Token || context.Now.ToUnixTimeSeconds() - state.IssuedAt > StateLife.TotalSeconds) return Refuse(plan, facts, context);
        var pickup = state.Wait == Wait.Conference ? null : context.Lines.PickedUp(state.Session);
        var stage = Math.Max(state.Stage, pickup is { Room: null } ? pickup.Stage : 0) + 1;
        var walk = new Walk(plan, facts, context, StateRenames.Follow(state, plan.Renames) with { Stage = stage, IssuedAt = context.Now.ToUnixTimeSeconds() });
        return walk.Run(pickup?.Room is { } room ? PickupStep.Again(walk, room) : state.Wait switch
        {
            Wait.Extension => ExtensionStep.Resume(walk),
            Wait.Group => RingGroupStep.Resume(walk),
            Wait.Outside => OutsideStep.Resume(walk),
            Wait.Menu => MenuStep.Resume(walk),
            Wait.Message => VoicemailStep.Resume(walk),
            Wait.Pin => ConferenceStep.ResumePin(walk),
            Wait.Conference => ConferenceStep.Left(walk),
            Wait.Mailbox => MailboxStep.Resume(walk),
        });
    }

    /// <summary>Decides what a call that rings hears when extension <paramref name="by"/> picks it up.</summary>
    public static RouteResult BringIn(DialPlan plan, RingingCall call, string by, RoutingContext context)
    {
        var facts = new CallFacts { Token = call.Token, From = call.From, To = call.To };
        var walk = new Walk(plan, facts, context, new CallState { Stage = call.Stage + 1, IssuedAt = context.Now.ToUnixTimeSeconds(), Session = call.Token, PhoneNumber = call.PhoneNumber, Caller = call.Caller, Direction = call.Direction });
        return walk.Run(PickupStep.BringIn(walk, by));
    }

    /// <summary>Decides what the one hears who wanted to pick up a call that could not be moved.</summary>
    public static RouteDecision PickupFailed(DialPlan plan) => new([new Audio(Sentences.PickupFailed, plan.Settings.Voice, plan.Settings.Language, null)], new HangUp());

    /// <summary>What a call gets whose request cannot be trusted or understood: an apology, and the safety destination of the number that was called.</summary>
    private static RouteResult Refuse(DialPlan plan, CallFacts facts, RoutingContext context)
    {
        var number = facts.Origin == CallOrigin.Outside ? plan.FindNumber(facts.To)?.Number : null;
        var walk = new Walk(plan, facts, context, new CallState { IssuedAt = context.Now.ToUnixTimeSeconds(), Session = facts.Token, PhoneNumber = number, Stage = RefusedStage });
        walk.Explain("state", null, null, "stateRefused", "The address of this request was not made by this portal for this call, or it is too old.");
        walk.Say(Sentences.StateRefused);
        return walk.Run(number is not null && plan.FindNumber(number)?.Safety is not null ? walk.Rescue() : new Move.Stop(new HangUp()));
    }
}

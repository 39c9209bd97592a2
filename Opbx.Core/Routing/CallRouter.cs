using Opbx.Core.Routing.Decisions;
using Opbx.Core.Routing.Plan;
using Opbx.Core.Routing.State;
using Opbx.Core.Routing.Steps;

namespace Opbx.Core.Routing;

/// <summary>Pure: the same plan, facts, state and context always give the same result. Live calls, simulator and findings use it.</summary>
public static class CallRouter
{
    /// <summary>The stage number of a refused request, far above a real call's, so that the call's record is not overwritten.</summary>
    public const int RefusedStage = 1000;

    private const int TransferGap = 10;
    private static readonly TimeSpan StateLife = TimeSpan.FromHours(12);

    /// <summary>Decides the first request of a call.</summary>
    public static RouteResult Route(DialPlan plan, CallFacts facts, RoutingContext context)
    {
        var walk = new Walk(plan, facts, context, new RouterState { IssuedAt = context.Now.ToUnixTimeSeconds(), Session = facts.Token });
        return walk.Run(facts.Origin == CallOrigin.Outside ? InboundStep.Enter(walk) : PhoneStep.Enter(walk));
    }

    /// <summary>Decides a later request. A state is valid for its own call for twelve hours; null when it was tampered with.</summary>
    public static RouteResult Resume(DialPlan plan, RouterState? state, CallFacts facts, RoutingContext context)
    {
        if (state is null || !Enum.IsDefined(state.Wait) || state.Session != facts.Token
            || context.Now.ToUnixTimeSeconds() - state.IssuedAt > StateLife.TotalSeconds) return Refuse(plan, facts, context);
        var moved = state.Wait == Wait.Transfer ? null : context.Lines.PickedUp(state.Session);
        var pickup = state.Wait == Wait.Conference || moved?.Transfer is not null ? null : moved;
        // The platform does not always drop the document a call was taken from: answer its late request like that of the new document.
        var transfer = moved is { Transfer: { } to } && state.Stage < moved.Stage ? to : null;
        var stage = transfer is not null ? moved!.Stage : Math.Max(state.Stage, pickup is { Room: null } ? pickup.Stage : 0) + 1;
        var walk = new Walk(plan, facts, context,
            StateRenames.Follow(state, plan.Renames) with { Stage = stage, IssuedAt = context.Now.ToUnixTimeSeconds() });
        if (transfer is not null) return walk.Run(TransferStep.Enter(walk, transfer));
        return walk.Run(pickup?.Room is { } room ? PickupStep.Again(walk, room) : state.Wait switch {
            Wait.Extension => ExtensionStep.Resume(walk),
            Wait.Group => RingGroupStep.Resume(walk),
            Wait.Outside => OutsideStep.Resume(walk),
            Wait.Menu => MenuStep.Resume(walk),
            Wait.Message => VoicemailStep.Resume(walk),
            Wait.Pin => ConferenceStep.ResumePin(walk),
            Wait.Conference => ConferenceStep.Left(walk),
            Wait.Mailbox => MailboxStep.Resume(walk),
            Wait.Transfer => TransferStep.Resume(walk),
        });
    }

    /// <summary>Decides what a ringing call hears when extension <paramref name="by"/> picks it up.</summary>
    public static RouteResult BringIn(DialPlan plan, RingingCall call, string by, RoutingContext context)
    {
        var facts = new CallFacts { Token = call.Token, From = call.From, To = call.To };
        var walk = new Walk(
            plan, facts, context,
            new RouterState {
                Stage = call.Stage + 1, IssuedAt = context.Now.ToUnixTimeSeconds(), Session = call.Token,
                PhoneNumber = call.PhoneNumber, Caller = call.Caller, Direction = call.Direction
            });
        return walk.Run(PickupStep.BringIn(walk, by));
    }

    /// <summary>The state with which a live call asks for its destination after a manual transfer.</summary>
    public static RouterState Transfer(RingingCall call, Transfer transfer, DateTimeOffset now) => new() {
        // Requests of the old document may still arrive, with their own stage numbers.
        Stage = call.Stage + TransferGap - 1,
        IssuedAt = now.ToUnixTimeSeconds(),
        Session = call.Token,
        PhoneNumber = call.PhoneNumber,
        Caller = call.Caller,
        Direction = call.Direction,
        Wait = Wait.Transfer,
        Transfer = transfer,
    };

    /// <summary>Decides what happens on the phone of somebody who joins a live call.</summary>
    public static RouteResult Join(DialPlan plan, RingingCall call, string extension, JoinKind how, string session, RoutingContext context)
    {
        var facts = new CallFacts { Token = session, From = extension, To = call.From, Origin = CallOrigin.Phone };
        var walk = new Walk(
            plan, facts, context,
            new RouterState {
                IssuedAt = context.Now.ToUnixTimeSeconds(), Session = session, Caller = extension,
                Direction = CallDirection.Internal
            });
        return walk.Run(JoinStep.Enter(walk, call, how));
    }

    /// <summary>For a person whose pickup failed because the call could not be moved.</summary>
    public static RouteDecision PickupFailed(DialPlan plan) =>
        new([new Audio(Sentences.PickupFailed, plan.Settings.Voice, plan.Settings.Language, null)], new HangUp());

    /// <summary>For a request that cannot be trusted or understood: an apology, and the safety destination of the called number.</summary>
    private static RouteResult Refuse(DialPlan plan, CallFacts facts, RoutingContext context)
    {
        var number = facts.Origin == CallOrigin.Outside ? plan.FindNumber(facts.To)?.Number : null;
        var walk = new Walk(
            plan, facts, context,
            new RouterState {
                IssuedAt = context.Now.ToUnixTimeSeconds(), Session = facts.Token, PhoneNumber = number,
                Stage = RefusedStage
            });
        walk.Explain("state", null, null, "stateRefused",
            "The address of this request was not made by this portal for this call, or it is too old.");
        walk.Say(Sentences.StateRefused);
        return walk.Run(number is not null && plan.FindNumber(number)?.Safety is not null ? walk.Rescue() : new Move.Stop(new HangUp()));
    }
}

using Opbx.Core.Calls.Live;
using Opbx.Core.Cloudonix;
using Opbx.Core.Cloudonix.Cxml;
using Opbx.Core.Configuration;
using Opbx.Core.Permissions;
using Opbx.Core.Plans;
using Opbx.Core.Routing;
using Opbx.Core.Routing.Commands;
using Opbx.Core.Routing.Trace;

namespace Opbx.Core.Calls.Commands;

/// <summary>Moves a ringing call into the conference of the person who picked it up, by an application switch.</summary>
public sealed class CallMover(ConfigurationStore store, DialPlanStore plans, CallControl control, ICallJournal journal,
    PickedUpCalls pickedUp, RoutingContexts contexts, ILogger<CallMover> log)
{
    /// <summary>If this fails the call keeps ringing and the person who picked it up is told.</summary>
    public async Task PickUpAsync(QueuedCommand command, PickUp order, CancellationToken cancel)
    {
        var (owner, call) = (command.Owner, order.Call);
        if (store.Find(owner.PbxId) is not { } snapshot) return;
        var plan = plans.For(snapshot);
        var context = contexts.For(owner.PbxId);
        var result = CallRouter.BringIn(plan, call, order.By, context);
        var cxml = CxmlWriter.Write(DecisionRenderer.Render(result.Decision, command.Addresses));
        // Recorded beforehand: otherwise the platform's messages about it would look as if the phone had answered.
        await journal.RecordAsync(
            StageRecord.Create(owner, new CallFacts { Token = call.Token, From = call.From, To = call.To }, result, cxml, context.Now));
        var actor = Actor.System(owner.OrganizationId, "Pickup");
        var moved = await control.SwitchAsync(actor, owner.PbxId, call.Token, cxml, cancel);
        if (moved.Ok) return;
        CallLog.NotPickedUp(log, owner.PbxId, call.Token, moved.Failure.Message);
        pickedUp.Set(owner.PbxId, call.Token, new PickedUpCall(null, result.Stage + 1));
        await journal.RecordAsync(
            StageRecord.Create(owner, new CallFacts { Token = call.Token, From = call.From, To = call.To }, RingsOn(result, call), "",
                contexts.For(owner.PbxId).Now));
        await control.SwitchAsync(actor, owner.PbxId, order.Session,
            CxmlWriter.Write(DecisionRenderer.Render(CallRouter.PickupFailed(plan), command.Addresses)), cancel);
    }

    private static RouteResult RingsOn(RouteResult result, RingingCall call) => result with {
        Stage = result.Stage + 1,
        Path = [],
        Trace = [new TraceStep("pickup", null, "pickupFailed", "The call could not be moved, so it rings on.")],
        Events = [new RingStarted(call.Extensions, [], null)],
    };
}

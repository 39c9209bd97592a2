using Opbx.Core.Calls.Live;
using Opbx.Core.Cloudonix;
using Opbx.Core.Cloudonix.Cxml;
using Opbx.Core.Document;
using Opbx.Core.Pbxs;
using Opbx.Core.Permissions;
using Opbx.Core.Plans;
using Opbx.Core.Routing;

namespace Opbx.Core.Calls.Control;

/// <summary>Transfers live calls. Every attempt is in the history, failed ones too.</summary>
public sealed class TransferRunner(DialPlanStore plans, EndpointKeys endpoints, CallAddresses addresses, LiveCallTracker tracker,
    CallControl control, PickedUpCalls moved, CallAudit audit, TimeProvider clock)
{
    /// <summary>Whether a call can be transferred: it has a caller, and that is not the phone that should stay.</summary>
    public static bool CanTransfer(LiveCall call) => call.Direction != CallDirection.Outbound && call.Joined is null;

    /// <summary>Sends the caller to another object of the PBX; the other side is cut off. The platform asks our own endpoint for the
    /// next document.</summary>
    /// <param name="cancel">Honored until the platform is asked; from then on the operation completes.</param>
    public async Task<Result<Done>> TransferAsync(Actor actor, Guid pbxId, string token, Destination to, CancellationToken cancel)
    {
        if (!actor.May(Permission.ControlCalls)) return Failure.Forbidden();
        if (endpoints.Find(pbxId) is not { } owner || owner.OrganizationId != actor.OrganizationId || plans.Find(pbxId) is not { } plan)
            return Failure.NotFound("This PBX");
        if (!TransferTargets.Exists(plan, to))
            return new Failure(
                FailureKind.Invalid,
                "Choose where the call goes: an extension, a group, a menu, business hours, a mailbox or a conference room of this " +
                    "phone system.");
        if (tracker.Find(pbxId, token) is not { } call) return new Failure(FailureKind.Conflict, "This call is over.");
        if (!CanTransfer(call))
            return new Failure(
                FailureKind.Conflict,
                "One of your own phones made this call, and Cloudonix can only move the one who called. Let your colleague transfer it " +
                    "with the phone.");
        cancel.ThrowIfCancellationRequested();
        var done = await MoveAsync(actor, call, to, addresses.For(owner));
        await audit.RecordAsync(actor, pbxId, token, new LiveCallAction { Deed = LiveCallActionKind.Transfer, To = to }, done.Failure,
            CancellationToken.None);
        return done;
    }

    /// <summary>Not cancellable: what the platform was asked to do is in the history even if the person has left.</summary>
    private async Task<Result<Done>> MoveAsync(Actor actor, LiveCall call, Destination to, DocumentAddresses addresses)
    {
        var transfer = new Transfer(to, call.State == CallState.Connected, call.State == CallState.Connected ? call.AnsweredBy : null);
        var state = CallRouter.Transfer(call.ForRouter(), transfer, clock.GetUtcNow());
        var before = moved.Find(call.PbxId, call.Token);
        // Known before it happens: a late request of the document the call is taken from may come at once.
        moved.Set(call.PbxId, call.Token, new PickedUpCall(null, state.Stage + 1) { Transfer = transfer });
        var done = await control.SwitchAsync(actor, call.PbxId, call.Token,
            CxmlWriter.Write(new CxmlDocument([new Redirect(addresses.Action(state))])), CancellationToken.None);
        if (!done.Ok) moved.Restore(call.PbxId, call.Token, before);
        return done;
    }
}

using Opbx.Core.Calls.Live;
using Opbx.Core.Calls.Log;
using Opbx.Core.Cloudonix;
using Opbx.Core.Cloudonix.Cxml;
using Opbx.Core.Document;
using Opbx.Core.Permissions;
using Opbx.Core.Routing;

namespace Opbx.Core.Calls.Control;

/// <summary>Hangs up and transfers live calls; every action is recorded in the history, failures included.</summary>
public sealed class LiveCallRunner(CallDirectory directory, LiveCallTracker board, CallControl control, CallAudit audit,
    LiveCallContext around, TimeProvider clock)
{
    private static readonly Failure Over = new(FailureKind.Conflict, "This call is over.");

    /// <summary>Disconnects both sides. Conflict when the call is already over.</summary>
    /// <param name="cancel">Honored until the platform is asked; from then on the operation completes.</param>
    public async Task<Result<Done>> HangUpAsync(Actor actor, Guid pbxId, string token, CancellationToken cancel)
    {
        if (!actor.May(Permission.ControlCalls)) return Failure.Forbidden();
        var call = await directory.GetAsync(actor, pbxId, token, cancel);
        if (!call.Ok) return call.Failure;
        if (call.Value.Call.EndedAt is not null) return Over;
        // Not cancellable from here: what the platform was asked to do is recorded even if the person has left.
        var done = await control.HangUpAsync(actor, pbxId, token, CancellationToken.None);
        await audit.KeepAsync(actor, pbxId, token, new LiveCallAction { Deed = LiveCallActionKind.HangUp }, done.Failure,
            CancellationToken.None);
        if (done.Ok) await around.Stuck.ForgetUnknownAsync(pbxId, token, CancellationToken.None);
        return done;
    }

    /// <summary>Whether a call can be transferred: it needs a caller other than the party who should stay.</summary>
    public static bool CanTransfer(LiveCall call) => call.Direction != CallDirection.Outbound && call.Joined is null;

    /// <summary>Sends the caller to another object and drops the other party. The platform then requests a new document.</summary>
    /// <param name="cancel">Honored until the platform is asked; from then on the operation completes.</param>
    public async Task<Result<Done>> TransferAsync(Actor actor, Guid pbxId, string token, Destination to, CancellationToken cancel)
    {
        if (!actor.May(Permission.ControlCalls)) return Failure.Forbidden();
        if (around.Store.Find(pbxId) is not { } snapshot || snapshot.OrganizationId != actor.OrganizationId)
            return Failure.NotFound("This PBX");
        if (!TransferTargets.Exists(around.Plans.For(snapshot), to))
            return new Failure(
                FailureKind.Invalid,
                "Choose where the call goes: an extension, a group, a menu, business hours, a mailbox or a conference room of this " +
                    "phone system.");
        if (board.Find(pbxId, token) is not { } call) return Over;
        if (!CanTransfer(call))
            return new Failure(
                FailureKind.Conflict,
                "One of your own phones made this call, and Cloudonix can only move the one who called. Let your colleague transfer it " +
                    "with the phone.");
        if (await around.PathOfAsync(actor, pbxId, cancel) is not { } path) return Failure.NotFound("This PBX");
        var done = await MoveAsync(actor, call, to, around.Addresses.For(path));
        await audit.KeepAsync(actor, pbxId, token, new LiveCallAction { Deed = LiveCallActionKind.Transfer, To = to }, done.Failure,
            CancellationToken.None);
        return done;
    }

    /// <summary>Not cancellable, like <see cref="HangUpAsync"/>.</summary>
    private async Task<Result<Done>> MoveAsync(Actor actor, LiveCall call, Destination to, DocumentAddresses addresses)
    {
        var transfer = new Transfer(to, call.State == CallState.Connected, call.State == CallState.Connected ? call.AnsweredBy : null);
        var state = CallRouter.Transfer(call.ForRouter(), transfer, clock.GetUtcNow());
        var before = around.Moved.Find(call.PbxId, call.Token);
        // Recorded beforehand: a late request of the document that the call leaves may arrive at once.
        around.Moved.Keep(call.PbxId, call.Token, new PickedUpCall(null, state.Stage + 1) { Transfer = transfer });
        var done = await control.SwitchAsync(actor, call.PbxId, call.Token,
            CxmlWriter.Write(new CxmlDocument([new Redirect(addresses.Action(state))])), CancellationToken.None);
        if (!done.Ok) around.Moved.Restore(call.PbxId, call.Token, before);
        return done;
    }
}

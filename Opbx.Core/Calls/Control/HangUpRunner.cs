using Opbx.Core.Calls.Log;
using Opbx.Core.Calls.Reconciling;
using Opbx.Core.Cloudonix;
using Opbx.Core.Permissions;

namespace Opbx.Core.Calls.Control;

/// <summary>Hangs up live calls. Every attempt is in the history, failed ones too.</summary>
public sealed class HangUpRunner(CallDirectory directory, CallControl control, CallAudit audit, StuckCallCloser stuck)
{
    /// <summary>Hangs up: both sides are cut off. Conflict when the call is over already.</summary>
    /// <param name="cancel">Honored until the platform is asked; from then on the operation completes.</param>
    public async Task<Result<Done>> HangUpAsync(Actor actor, Guid pbxId, string token, CancellationToken cancel)
    {
        if (!actor.May(Permission.ControlCalls)) return Failure.Forbidden();
        var call = await directory.GetAsync(actor, pbxId, token, cancel);
        if (!call.Ok) return call.Failure;
        if (call.Value.Call.EndedAt is not null) return new Failure(FailureKind.Conflict, "This call is over.");
        // Not cancellable from here on: what the platform was asked to do is in the history even if the person has left.
        var done = await control.HangUpAsync(actor, pbxId, token, CancellationToken.None);
        await audit.RecordAsync(actor, pbxId, token, new LiveCallAction { Deed = LiveCallActionKind.HangUp }, done.Failure,
            CancellationToken.None);
        if (done.Ok) await stuck.ResolveUnknownAsync(pbxId, token, CancellationToken.None);
        return done;
    }
}

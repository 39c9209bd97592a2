using Opbx.Core.Calls.Live;
using Opbx.Core.Cloudonix;
using Opbx.Core.Cloudonix.Cxml;
using Opbx.Core.Document.Extensions;
using Opbx.Core.Pbxs;
using Opbx.Core.Permissions;
using Opbx.Core.Plans;
using Opbx.Core.Routing;
using Opbx.Core.Routing.Decisions;
using Opbx.Core.Routing.Plan;

namespace Opbx.Core.Calls.Control;

/// <summary>Lets people listen to a live call, whisper or join: the platform rings their phone and connects it. Audited.</summary>
public sealed class JoinRunner(DialPlanStore plans, EndpointKeys endpoints, CallAddresses addresses, LiveCallTracker tracker,
    CallControl control, ICallJournal journal, CallAudit audit, RoutingContexts contexts)
{
    // The platform creates the session and only then returns its token, on which the decision does not depend.
    private const string NotYet = "";

    /// <summary>Whether there is a conversation to join.</summary>
    public static bool CanJoin(LiveCall call) => call is { State: CallState.Connected, Joined: null };

    /// <summary>Rings the person's own extension and connects it to the call once it answers.</summary>
    /// <param name="cancel">Honored until the platform is asked; from then on the operation completes.</param>
    public async Task<Result<Done>> JoinAsync(Actor actor, Guid pbxId, string token, JoinKind how, CancellationToken cancel)
    {
        if (!actor.May(Permission.JoinCalls)) return Failure.Forbidden();
        if (endpoints.Find(pbxId) is not { } owner || owner.OrganizationId != actor.OrganizationId || plans.Find(pbxId) is not { } plan)
            return Failure.NotFound("This PBX");
        if (actor.Own is null)
            return new Failure(FailureKind.Conflict, "Your account is linked to no extension, so there is no phone to ring.");
        if (actor.ExtensionOn(pbxId) is not { } own)
            return new Failure(FailureKind.Conflict, "Your extension belongs to another phone system, so there is no phone here to ring.");
        if (plan.Extensions.GetValueOrDefault(own) is not UserExtension { Active: true })
            return new Failure(FailureKind.Conflict, $"Your extension {own} is switched off, or is no phone of this phone system.");
        if (tracker.Find(pbxId, token) is not { } call) return new Failure(FailureKind.Conflict, "This call is over.");
        if (!CanJoin(call)) return new Failure(FailureKind.Conflict, "Nobody talks in this call, so there is nothing to listen to.");
        if (call.AnsweredBy == own || call.CallerExtension == own)
            return new Failure(FailureKind.Conflict, "You are part of this call already.");
        cancel.ThrowIfCancellationRequested();
        var done = await RingAsync(actor, plan, call, own, how, owner);
        await audit.RecordAsync(actor, pbxId, token, new LiveCallAction { Deed = LiveCallActionKind.Join, How = how, Extension = own },
            done.Failure, CancellationToken.None);
        return done;
    }

    /// <summary>Not cancellable: a phone that rings is recorded in journal and history even if the person has left.</summary>
    private async Task<Result<Done>> RingAsync(Actor actor, DialPlan plan, LiveCall call, string own, JoinKind how,
        EndpointOwner owner)
    {
        var context = contexts.For(call.PbxId);
        var result = CallRouter.Join(plan, call.ForRouter(), own, how, NotYet, context);
        var cxml = CxmlWriter.Write(DecisionRenderer.Render(result.Decision, addresses.For(owner)));
        var started =
            await control.StartAsync(actor, call.PbxId, own, call.From.Length > 0 ? call.From : own, cxml, CancellationToken.None);
        if (!started.Ok) return started.Failure;
        var facts = new CallFacts { Token = started.Value, From = own, To = call.From, Origin = CallOrigin.Phone };
        await journal.RecordAsync(StageRecord.Create(owner, facts, result, cxml, context.Now));
        return default(Done);
    }
}

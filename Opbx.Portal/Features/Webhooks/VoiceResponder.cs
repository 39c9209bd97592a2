using Opbx.Core.Calls;
using Opbx.Core.Calls.Commands;
using Opbx.Core.Calls.Ingest;
using Opbx.Core.Calls.Live;
using Opbx.Core.Cloudonix.Cxml;
using Opbx.Core.Pbxs;
using Opbx.Core.Plans;
using Opbx.Core.Routing;
using Opbx.Core.Routing.State;

namespace Opbx.Portal.Features.Webhooks;

/// <summary>Answers one request of a call from memory: plan, router, document. Whatever goes wrong, the caller hears a sentence.</summary>
internal sealed class VoiceResponder(ConfigurationStore store, DialPlanStore plans, CallAddresses addresses, RoutingContexts contexts,
    ICallJournal journal, CommandRunner commands, ILogger<VoiceResponder> log)
{
    public async Task<VoiceAnswer> AnswerAsync(EndpointOwner owner, VoiceRequest request)
    {
        try
        {
            if (request.Facts is not { } facts || store.Find(owner.PbxId) is not { } snapshot) return Apologize();
            if (MessageReader.IsToken(facts.Token)) Telemetry.TagSession(facts.Token);
            var state = request.State is null ? null : StateCodec.Read(request.State, owner.StateKeys);
            var (plan, context) = (plans.For(snapshot), contexts.For(owner.PbxId));
            var result = request.State is null ? CallRouter.Route(plan, facts, context) : CallRouter.Resume(plan, state, facts, context);
            var documents = addresses.For(owner);
            var cxml = CxmlWriter.Write(DecisionRenderer.Render(result.Decision, documents));
            foreach (var command in result.Commands) commands.Enqueue(new QueuedCommand(owner, command, documents));
            if (facts.Token.Length > 0) await journal.RecordAsync(StageRecord.Create(owner, facts, result, cxml, context.Now));
            return new VoiceAnswer(cxml, VoiceAnswer.StageOf(request.State is null, state));
        }
        catch (Exception e)
        {
            VoiceLog.RoutingFailed(log, owner.PbxId, request.Facts?.Token ?? "", e);
            return Apologize();
        }
    }

    private static VoiceAnswer Apologize() => new(CxmlWriter.Write(DecisionRenderer.Sentence(Sentences.Apology)), VoiceAnswer.Apology);
}

/// <summary>What this feature logs.</summary>
internal static partial class VoiceLog
{
    [LoggerMessage(Level = LogLevel.Error, Message = "Routing failed for session {Session} of PBX {PbxId}; the caller heard an apology")]
    public static partial void RoutingFailed(ILogger log, Guid pbxId, string session, Exception exception);
}

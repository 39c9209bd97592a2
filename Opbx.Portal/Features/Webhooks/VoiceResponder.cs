using Opbx.Core.Calls;
using Opbx.Core.Calls.Commands;
using Opbx.Core.Calls.Ingest;
using Opbx.Core.Calls.Live;
using Opbx.Core.Calls.Recordings;
using Opbx.Core.Cloudonix.Cxml;
using Opbx.Core.Pbxs;
using Opbx.Core.Plans;
using Opbx.Core.Routing;
using Opbx.Core.Routing.Plan;
using Opbx.Core.Routing.State;

namespace Opbx.Portal.Features.Webhooks;

/// <summary>Answers one request of a call from memory: plan, router, document. Whatever goes wrong, the caller hears a sentence.</summary>
internal sealed class VoiceResponder(ConfigurationStore store, DialPlanStore plans, EndpointKeys keys, CallAddresses addresses,
    VoiceContext surroundings, ILogger<VoiceResponder> log)
{
    private const string Apology = "We are sorry, your call cannot be connected at the moment. Please try again later.";

    public async Task<VoiceAnswer> AnswerAsync(EndpointOwner owner, string pathToken, VoiceRequest request)
    {
        try
        {
            if (request.Facts is not { } facts || store.Find(owner.PbxId) is not { } snapshot) return Apologize();
            if (MessageReader.IsToken(facts.Token)) Telemetry.TagSession(facts.Token);
            var state = request.State is null ? null : StateCodec.Read(request.State, keys.StateKeys(pathToken));
            var now = surroundings.Clock.GetUtcNow();
            var result = Decide(plans.For(snapshot), facts, request.State is null, state, owner.PbxId, now);
            var documents = addresses.For(pathToken);
            var cxml = CxmlWriter.Write(DecisionRenderer.Render(result.Decision, documents));
            foreach (var command in result.Commands) surroundings.Commands.Enqueue(new QueuedCommand(owner, command, documents));
            if (facts.Token.Length > 0) await surroundings.Journal.RecordAsync(StageRecord.Create(owner, facts, result, cxml, now));
            return new VoiceAnswer(cxml, VoiceAnswer.StageOf(request.State is null, state));
        }
        catch (Exception e)
        {
            VoiceLog.RoutingFailed(log, owner.PbxId, request.Facts?.Token ?? "", e);
            return Apologize();
        }
    }

    private static VoiceAnswer Apologize() => new(CxmlWriter.Write(DecisionRenderer.Sentence(Apology)), VoiceAnswer.Apology);

    private RouteResult Decide(DialPlan plan, CallFacts facts, bool isFirst, RouterState? state, Guid pbxId, DateTimeOffset now)
    {
        var context =
            new RoutingContext(now, surroundings.Dice, surroundings.Lines.For(pbxId)) { Mailboxes = surroundings.Mailboxes.For(pbxId) };
        return isFirst ? CallRouter.Route(plan, facts, context) : CallRouter.Resume(plan, state, facts, context);
    }
}

/// <summary>What answering a call needs besides the configuration.</summary>
/// <param name="Commands">Runs what the call requires besides its response.</param>
internal sealed record VoiceContext(TimeProvider Clock, IDice Dice, LiveLines Lines, ICallJournal Journal, CommandRunner Commands,
    LiveMailboxes Mailboxes);

internal static partial class VoiceLog
{
    [LoggerMessage(Level = LogLevel.Error, Message = "Routing failed for session {Session} of PBX {PbxId}; the caller heard an apology")]
    public static partial void RoutingFailed(ILogger log, Guid pbxId, string session, Exception exception);
}

using Opbx.Core.Cloudonix.Cxml;
using Opbx.Core.Configuration;
using Opbx.Core.Document.Simulation;
using Opbx.Core.Permissions;
using Opbx.Core.Plans;
using Opbx.Core.Routing;
using Opbx.Core.Routing.State;

namespace Opbx.Core.Simulation;

public sealed class SimulationRunner(ConfigurationDirectory directory, FuturePlans plans, IPbxState state, PublicAddress address,
    TimeProvider clock)
{
    private static readonly byte[] NoKey = new byte[32];

    /// <summary>Touches nothing real.</summary>
    public Result<SimulationResult> Run(Actor actor, Guid pbxId, SimulationRequest request)
    {
        var snapshot = directory.Snapshot(actor, pbxId, Permission.Simulate);
        if (!snapshot.Ok) return snapshot.Failure;
        // The same call at the same time rolls the same dice.
        var seed = StringComparer.Ordinal.GetHashCode(request.From + request.To);
        var context =
            new RoutingContext(request.At ?? clock.GetUtcNow(), new SeededDice(seed),
                state.Lines(pbxId)) { Mailboxes = state.Mailboxes(pbxId) };
        string Address(string endpoint, RouterState stage) =>
            address.For($"/hooks/simulation/{endpoint}?opbx={StateCodec.Write(stage, NoKey)}");
        var addresses = new DocumentAddresses(s => Address("voice", s), s => Address("recording", s));
        var (plan, begun) = plans.At(snapshot.Value, context.Now);
        return Simulator.Run(plan, request, context, addresses) with { Begun = begun };
    }
}

using Opbx.Core.Access;
using Opbx.Core.Calls.Live;
using Opbx.Core.Cloudonix.Cxml;
using Opbx.Core.Configuration;
using Opbx.Core.Recordings;
using Opbx.Core.Routing;
using Opbx.Core.Routing.Plan;
using Opbx.Core.Routing.State;
using Opbx.Core.ScheduledChanges;
using Opbx.Core.Shared;

namespace Opbx.Core.Simulation;

/// <summary>Runs simulations for those who may.</summary>
public sealed class SimulationDesk(ConfigurationDirectory directory, DialPlans plans, LiveLines lines, LiveMailboxes mailboxes, ComingChanges coming, PublicAddress address, TimeProvider clock)
{
    private static readonly byte[] NoKey = new byte[32];

    /// <summary>Tries a call out; nothing real is touched.</summary>
    public Result<SimulationResult> Run(Actor actor, Guid pbxId, SimulationRequest request)
    {
        var snapshot = directory.Snapshot(actor, pbxId, Permission.Simulate);
        if (!snapshot.Ok) return snapshot.Failure;
        // The same call at the same time rolls the same dice.
        var seed = StringComparer.Ordinal.GetHashCode(request.From + request.To);
        var context = new RoutingContext(request.At ?? clock.GetUtcNow(), new SeededDice(seed), lines.Still(pbxId)) { Mailboxes = mailboxes.Of(pbxId) };
        string Address(string endpoint, Routing.CallState state) => address.Of($"/hooks/simulation/{endpoint}?opbx={StateCodec.Write(state, NoKey)}");
        var addresses = new DocumentAddresses(s => Address("voice", s), s => Address("recording", s));
        if (request.At is not { } at || at <= clock.GetUtcNow()) return Simulator.Run(plans.Of(snapshot.Value), request, context, addresses);
        var future = Future.At(snapshot.Value, coming.Of(pbxId), at);
        var result = Simulator.Run(ReferenceEquals(future.Snapshot, snapshot.Value) ? plans.Of(snapshot.Value) : plans.Trial(future.Snapshot), request, context, addresses);
        return result with { Begun = [.. future.Begun.Select(c => c.Title)] };
    }
}

using Opbx.Core.Configuration.ScheduledChanges;
using Opbx.Core.Document;
using Opbx.Core.Routing.Plan;

namespace Opbx.Core.Plans;

/// <summary>The dial plan at any time: the current one, or the one after scheduled changes.</summary>
public sealed class FuturePlans(DialPlanStore plans, ComingChanges coming, TimeProvider clock)
{
    /// <summary>The plan, and the titles of the changes that are in force then and are not now.</summary>
    public (DialPlan Plan, IReadOnlyList<string> Begun) At(PbxSnapshot snapshot, DateTimeOffset at)
    {
        if (at <= clock.GetUtcNow()) return (plans.For(snapshot), []);
        var future = Future.At(snapshot, coming.For(snapshot.PbxId), at);
        return (ReferenceEquals(future.Snapshot, snapshot) ? plans.For(snapshot)
            : plans.Trial(future.Snapshot), [.. future.Begun.Select(c => c.Title)]);
    }
}

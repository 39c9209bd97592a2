using System.Collections.Concurrent;
using Opbx.Core.Configuration;
using Opbx.Core.Document;
using Opbx.Core.Numbering;
using Opbx.Core.Prompts;
using Opbx.Core.Routing.Plan;

namespace Opbx.Core.Plans;

/// <summary>The compiled dial plan of every PBX. Compiled once per change, immediately.</summary>
public sealed class DialPlanStore
{
    private readonly ConcurrentDictionary<Guid, (PbxSnapshot Snapshot, DialPlan Plan)> _plans = new();
    private readonly PromptAddresses _prompts;

    /// <summary>Compiles the current configurations and follows changes.</summary>
    public DialPlanStore(ConfigurationStore store, PromptAddresses prompts)
    {
        _prompts = prompts;
        store.Changed += change =>
        {
            if (change.After is { } snapshot) For(snapshot);
            else _plans.TryRemove(change.PbxId, out _);
        };
        foreach (var snapshot in store.All) For(snapshot);
    }

    /// <summary>The plan of a configuration that is not in force; not used for calls.</summary>
    public DialPlan Trial(PbxSnapshot snapshot) =>
        DialPlan.Compile(snapshot.Document, file => _prompts.For(snapshot.PbxId, file), Renames.None);

    /// <summary>The plan in force; null when there is no such PBX.</summary>
    public DialPlan? Find(Guid pbxId) => _plans.TryGetValue(pbxId, out var present) ? present.Plan : null;

    public DialPlan For(PbxSnapshot snapshot)
    {
        var known = _plans.TryGetValue(snapshot.PbxId, out var present);
        if (known && ReferenceEquals(present.Snapshot, snapshot)) return present.Plan;
        var renames = !known ? Renames.None : snapshot.Version > present.Snapshot.Version
            ? present.Plan.Renames.With(present.Snapshot, snapshot) : present.Plan.Renames;
        var plan = DialPlan.Compile(snapshot.Document, file => _prompts.For(snapshot.PbxId, file), renames);
        WarmUpNumbering(snapshot.Document);
        _plans[snapshot.PbxId] = (snapshot, plan);
        return plan;
    }

    private static void WarmUpNumbering(PbxDocument document)
    {
        foreach (var country in document.OutboundRules.Select(r => r.Country).Append(document.Pbx.Country).OfType<string>()
            .Distinct(StringComparer.Ordinal))
            NumberingPlan.WarmUp(country);
    }
}

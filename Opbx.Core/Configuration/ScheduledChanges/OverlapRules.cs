using System.Text.Json.Nodes;

namespace Opbx.Core.Configuration.ScheduledChanges;

/// <summary>Finds conflicting changes: both end automatically, change the same, and neither lies within the other. Pure.</summary>
internal static class OverlapRules
{
    /// <summary>The first change that a new one conflicts with; null when none.</summary>
    public static ScheduledChange? Find(IEnumerable<ScheduledChange> others, PlannedChanges plan, DateTimeOffset from,
        DateTimeOffset? until)
    {
        if (until is not { } end) return null;
        var members = Members(plan);
        return others.FirstOrDefault(o => o.EndsAt is { } otherEnd && Crosses(from, end, o.StartsAt, otherEnd)
            && Members(Future.Read(o.Plan)).Overlaps(members));
    }

    private static bool Crosses(DateTimeOffset from, DateTimeOffset end, DateTimeOffset otherFrom, DateTimeOffset otherEnd) =>
        (from < otherFrom && otherFrom < end && end < otherEnd) || (otherFrom < from && from < otherEnd && otherEnd < end)
            || (from == otherFrom && end == otherEnd);

    private static HashSet<string> Members(PlannedChanges plan) =>
        [.. plan.Objects.SelectMany(o => Members(o).Select(m => $"{o.Kind}/{o.Id?.ToString() ?? o.Key}/{m}"))];

    private static IEnumerable<string> Members(PlannedObject planned)
    {
        if (planned.Before is null || planned.After is null) return [""];
        var (before, after) = (JsonNode.Parse(planned.Before)!.AsObject(), JsonNode.Parse(planned.After)!.AsObject());
        return after.Select(m => m.Key).Union(before.Select(m => m.Key), StringComparer.Ordinal)
            .Where(m => !JsonNode.DeepEquals(before[m], after[m]));
    }
}

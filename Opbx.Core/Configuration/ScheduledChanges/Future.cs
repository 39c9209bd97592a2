using Opbx.Core.Document;
using Opbx.Core.Document.Merging;

namespace Opbx.Core.Configuration.ScheduledChanges;

/// <summary>The configuration after scheduled changes have begun and ended. Pure: shared by the job and the simulator.</summary>
internal static class Future
{
    public static Result<Merged> Begin(PbxSnapshot present, PlannedChanges plan)
    {
        var (steps, gone) = plan.Forward(present);
        return steps is null ? new Failure(FailureKind.Conflict, $"The {gone} is not there any more.")
            : MergeDraft.Create(present.Document, steps, Overlap.Overwrite);
    }

    /// <summary>The configuration after the change has ended. Other people's changes since it began stay.</summary>
    public static Result<Merged> End(PbxSnapshot present, PlannedChanges applied) =>
        MergeDraft.Create(present.Document, applied.Back(present), Overlap.Keep);

    /// <summary>The configuration at a future time, and the changes in force then that are not now.</summary>
    public static FutureConfiguration At(PbxSnapshot present, IEnumerable<ScheduledChange> coming, DateTimeOffset at)
    {
        var changes = coming.ToList();
        var applied = changes.Where(c => c.Applied is not null).ToDictionary(c => c.Id, c => Read(c.Applied!));
        var begun = new List<ScheduledChange>();
        foreach (var (_, change, begins) in changes.SelectMany(Turns).Where(t => t.Time <= at).OrderBy(t => t.Time).ThenBy(t => t.Begins))
        {
            if (!begins && !applied.ContainsKey(change.Id)) continue;
            var next = begins ? Begin(present, Read(change.Plan)) : End(present, applied[change.Id]);
            if (!next.Ok) continue;
            if (begins) applied[change.Id] =
                PlannedChanges.From(DocumentDiff.Objects(present.Document, next.Value.Draft.Document, next.Value.Draft.Renames), present);
            if (begins) begun.Add(change);
            else begun.Remove(change);
            present = present with { Document = next.Value.Draft.Document };
        }
        return new FutureConfiguration(present, begun);
    }

    public static PlannedChanges Read(string json) => JsonSerializer.Deserialize<PlannedChanges>(json, DocumentJson.Options)!;

    private static IEnumerable<(DateTimeOffset Time, ScheduledChange Change, bool Begins)> Turns(ScheduledChange change)
    {
        if (change.State == ScheduledChangeState.Planned) yield return (change.StartsAt, change, true);
        if (change is { State: ScheduledChangeState.Planned or ScheduledChangeState.Active, EndsAt: { } end })
            yield return (end, change, false);
    }
}

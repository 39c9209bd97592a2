using Opbx.Core.Audit;
using Opbx.Core.Document;
using Opbx.Core.Document.Merging;

namespace Opbx.Core.Configuration.History;

/// <summary>Undoes changes in a document: a member gets its old value where it still has the one the change gave it.
/// Members changed again since are conflicts, unless they may be overwritten. Pure.</summary>
internal static class UndoDraft
{
    /// <param name="entries">What is undone, newest first.</param>
    /// <param name="evenIfChanged">Whether later changes of the same members are overwritten.</param>
    public static Result<Draft> Create(PbxDocument present, IReadOnlyList<HistoryEntry> entries, bool evenIfChanged)
    {
        var steps = entries.Where(e => e.Action is ChangeAction.Created or ChangeAction.Updated or ChangeAction.Deleted)
            .Select(e => new MergeStep(e.Kind, e.Key, e.After, e.Before));
        var merged = MergeDraft.Create(present, steps, OverlapOf(evenIfChanged));
        return merged.Ok ? merged.Value.Draft : merged.Failure;
    }

    public static Overlap OverlapOf(bool evenIfChanged) => evenIfChanged ? Overlap.Overwrite : Overlap.Refuse;
}

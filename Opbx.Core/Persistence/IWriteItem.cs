namespace Opbx.Core.Persistence;

/// <summary>One write that waits for the next group commit. It may be applied more than once: when its batch fails, it is tried again on a
/// fresh context.</summary>
public interface IWriteItem
{
    /// <summary>Loads into the context what this item and its <paramref name="likes"/> (the items of the same type in the batch, this one
    /// included) will change: one query per table, not per item.</summary>
    Task LoadAsync(OpbxDbContext db, IReadOnlyList<IWriteItem> likes, CancellationToken cancel);

    /// <summary>Changes loaded rows and adds new ones; asks the database nothing.</summary>
    void Apply(OpbxDbContext db);

    /// <summary>Called once after the commit; must be quick and must not throw.</summary>
    void Committed();
}

namespace Opbx.Core.Persistence;

/// <summary>A write for the next group commit. May be applied more than once: a failed batch is retried on a fresh context.</summary>
public interface IWriteItem
{
    /// <summary>Loads what <paramref name="likes"/> (all items of this type in the batch) change: one query per table.</summary>
    Task LoadAsync(OpbxDbContext db, IReadOnlyList<IWriteItem> likes, CancellationToken cancel);

    /// <summary>Changes loaded rows and adds new ones, without queries.</summary>
    void Apply(OpbxDbContext db);

    /// <summary>Called once after the commit; must be quick and must not throw.</summary>
    void Committed();
}

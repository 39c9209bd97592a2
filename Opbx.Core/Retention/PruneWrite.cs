using Opbx.Core.Persistence;

namespace Opbx.Core.Retention;

/// <summary>Removes one small batch with the next group commit, so that it never waits for the writer's lock, and whoever comes next waits
/// for one batch only.</summary>
/// <param name="prune">Removes at most a batch and answers how many rows that was. It asks the database instead of loading the rows first,
/// which would cost more than their removal.</param>
internal sealed class PruneWrite(Func<OpbxDbContext, CancellationToken, Task<int>> prune) : IWriteItem
{
    /// <summary>How many rows were removed.</summary>
    public int Removed { get; private set; }

    public async Task LoadAsync(OpbxDbContext db, IReadOnlyList<IWriteItem> likes, CancellationToken cancel)
    {
        foreach (var one in likes.Cast<PruneWrite>()) one.Removed = await one.Prune(db, cancel);
    }

    public void Apply(OpbxDbContext db)
    {
        // Everything is done where the other items load.
    }

    public void Committed()
    {
        // Nobody keeps in memory what is that old.
    }

    private Func<OpbxDbContext, CancellationToken, Task<int>> Prune => prune;
}

using Opbx.Core.Persistence;

namespace Opbx.Core.Retention;

/// <summary>Deletes one small batch within a group commit: it never waits for the writer's lock and holds up others only briefly.</summary>
/// <param name="prune">Deletes at most one batch in the database, without loading rows, which would cost more than deleting
/// them. Returns the number of rows.</param>
internal sealed class PruneWrite(Func<OpbxDbContext, CancellationToken, Task<int>> prune) : IWriteItem
{
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
        // Rows this old are not held in memory.
    }

    private Func<OpbxDbContext, CancellationToken, Task<int>> Prune => prune;
}

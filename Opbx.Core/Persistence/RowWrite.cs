using Microsoft.EntityFrameworkCore;

namespace Opbx.Core.Persistence;

/// <summary>Creates or updates one row with the next group commit.</summary>
/// <param name="make">Creates the row when it does not exist.</param>
internal sealed class RowWrite<T>(Guid id, Func<T> make, Action<T> change) : IWriteItem
    where T : class, IKeyedRow
{
    public Task LoadAsync(OpbxDbContext db, IReadOnlyList<IWriteItem> likes, CancellationToken cancel)
    {
        var ids = likes.Cast<RowWrite<T>>().Select(w => w.Id).Distinct().ToList();
        return db.Set<T>().Where(r => ids.Contains(EF.Property<Guid>(r, nameof(IKeyedRow.Id)))).LoadAsync(cancel);
    }

    public void Apply(OpbxDbContext db) => change(db.Set<T>().Local.FindEntry(id)?.Entity ?? db.Set<T>().Add(make()).Entity);

    public void Committed()
    {
        // Memory was already ahead of the store.
    }

    private Guid Id => id;
}

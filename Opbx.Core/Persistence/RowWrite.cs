using Microsoft.EntityFrameworkCore;

namespace Opbx.Core.Persistence;

/// <summary>Makes one row or changes it, with the next group commit.</summary>
/// <param name="make">Makes it when it is not there.</param>
/// <param name="change">Brings it up to date.</param>
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
        // Memory was ahead of the store all the time.
    }

    private Guid Id => id;
}

using Opbx.Core.Audit;
using Opbx.Core.Permissions;

namespace Opbx.Core.Configuration.History;

/// <summary>Undoes changes of objects that belong to the organization instead of a PBX.</summary>
public interface IAccountUndo
{
    /// <summary>Undoes the change, or only reports what would change; null when it cannot be undone.</summary>
    Task<Result<ImportOutcome>?> UndoAsync(Actor actor, HistoryEntry entry, bool evenIfChanged, bool tryOnly, CancellationToken cancel);
}

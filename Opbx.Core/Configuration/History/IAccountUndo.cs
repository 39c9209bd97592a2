using Opbx.Core.Audit;
using Opbx.Core.Permissions;

namespace Opbx.Core.Configuration.History;

/// <summary>Takes back changes of what belongs to the organization as a whole and not to a PBX.</summary>
public interface IAccountUndo
{
    /// <summary>Takes the change back, or only says what would change; null when it cannot be taken back.</summary>
    Task<Result<ImportOutcome>?> UndoAsync(Actor actor, HistoryEntry entry, bool evenIfChanged, bool tryOnly, CancellationToken cancel);
}

using Opbx.Core.Persistence;

namespace Opbx.Core.Integrations.Outbox;

/// <summary>Accepts events for integrations in the same transaction as the fact.</summary>
public interface IOutbox
{
    /// <summary>Adds the event and a delivery for each matching integration to <paramref name="db"/>, without saving. Adds nothing
    /// when Applications are off (PBX triggers).</summary>
    void Add(OpbxDbContext db, OccurredEvent occurred);

    /// <summary>Wakes the worker; to be called after the commit.</summary>
    void Wake();
}

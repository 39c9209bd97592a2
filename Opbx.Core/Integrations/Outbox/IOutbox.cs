using Opbx.Core.Persistence;

namespace Opbx.Core.Integrations.Outbox;

/// <summary>Where facts are put so that integrations tell them: in the same transaction as the fact.</summary>
public interface IOutbox
{
    /// <summary>Adds the event and a delivery for each matching integration to <paramref name="db"/>, without saving. Nothing is added when
    /// Applications are off (PBX triggers).</summary>
    void Add(OpbxDbContext db, OccurredEvent occurred);

    /// <summary>Wakes the worker; call it after the commit.</summary>
    void Wake();
}

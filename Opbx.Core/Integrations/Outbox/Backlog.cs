using System.Collections.Frozen;
using Opbx.Core.Document.Integrations;

namespace Opbx.Core.Integrations.Outbox;

/// <summary>Which organizations have so much waiting that new deliveries are not queued any more but stored as shed: shown, and sent by
/// whoever asks for what was missed.</summary>
internal sealed class Backlog
{
    /// <summary>Organizations with too much waiting.</summary>
    public FrozenSet<Guid> Full { get; set; } = [];

    /// <summary>How many deliveries wait in all organizations, as last counted.</summary>
    public int Waiting { get; set; }

    /// <summary>Whether the disk has no room for more.</summary>
    public bool DiskFull { get; set; }

    /// <summary>Whether a new delivery of an event is shed. What tells of faults and of people is always queued: it is rare and matters
    /// most.</summary>
    public bool Sheds(Guid organizationId, Trigger trigger) =>
        (DiskFull || Full.Contains(organizationId)) && !(trigger == Trigger.SystemAlert || Triggers.IsAccount(trigger));
}

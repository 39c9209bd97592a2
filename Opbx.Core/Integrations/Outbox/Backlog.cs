using System.Collections.Frozen;
using Opbx.Core.Document.Integrations;

namespace Opbx.Core.Integrations.Outbox;

/// <summary>Organizations with so large a backlog that new deliveries are stored as shed: shown in the log, sent on request.</summary>
internal sealed class Backlog
{
    /// <summary>Organizations with too large a backlog.</summary>
    public FrozenSet<Guid> Full { get; set; } = [];

    /// <summary>Deliveries waiting in all organizations, as last counted.</summary>
    public int Waiting { get; set; }

    /// <summary>Whether the disk has no room for more.</summary>
    public bool DiskFull { get; set; }

    /// <summary>Events about faults and people are never shed: they are rare and matter most.</summary>
    public bool Sheds(Guid organizationId, Trigger trigger) =>
        (DiskFull || Full.Contains(organizationId)) && !(trigger == Trigger.SystemAlert || Triggers.IsAccount(trigger));
}

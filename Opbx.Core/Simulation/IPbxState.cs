using Opbx.Core.Routing;

namespace Opbx.Core.Simulation;

/// <summary>A PBX's phones, groups and mailboxes as a simulation sees them. Reading changes nothing; no real call rings there.</summary>
public interface IPbxState
{
    ILines Lines(Guid pbxId);
    IMailboxes Mailboxes(Guid pbxId);
}

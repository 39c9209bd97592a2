using Opbx.Core.Routing;

namespace Opbx.Core.Simulation;

/// <summary>The state of a PBX's phones, groups and mailboxes as a simulation sees it. Reading it moves nothing, and no real call rings
/// there.</summary>
public interface IPbxState
{
    ILines Lines(Guid pbxId);
    IMailboxes Mailboxes(Guid pbxId);
}

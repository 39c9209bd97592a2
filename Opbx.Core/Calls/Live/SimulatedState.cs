using Opbx.Core.Calls.Recordings;
using Opbx.Core.Routing;
using Opbx.Core.Simulation;

namespace Opbx.Core.Calls.Live;

/// <summary>Offers simulations the live positions of groups and the real mailboxes, but no live calls.</summary>
internal sealed class SimulatedState(LiveLines lines, LiveMailboxes mailboxes) : IPbxState
{
    public ILines Lines(Guid pbxId) => lines.Still(pbxId);
    public IMailboxes Mailboxes(Guid pbxId) => mailboxes.For(pbxId);
}

using Opbx.Core.Calls.Recordings;
using Opbx.Core.Routing;

namespace Opbx.Core.Calls.Live;

/// <summary>What the router may know of a PBX besides its plan: time, dice, live calls and mailboxes.</summary>
public sealed class RoutingContexts(TimeProvider clock, IDice dice, LiveLines lines, LiveMailboxes mailboxes)
{
    public RoutingContext For(Guid pbxId) => new(clock.GetUtcNow(), dice, lines.For(pbxId)) { Mailboxes = mailboxes.For(pbxId) };
}

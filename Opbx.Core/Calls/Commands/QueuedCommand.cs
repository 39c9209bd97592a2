using Opbx.Core.Cloudonix.Cxml;
using Opbx.Core.Pbxs;
using Opbx.Core.Routing.Commands;

namespace Opbx.Core.Calls.Commands;

/// <summary>A command of the router that is waiting to be run.</summary>
public sealed record QueuedCommand(EndpointOwner Owner, RouterCommand Command, DocumentAddresses Addresses);

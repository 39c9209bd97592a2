using Opbx.Core.Cloudonix.Cxml;
using Opbx.Core.Pbxs;
using Opbx.Core.Routing.Commands;

namespace Opbx.Core.Calls.Commands;

/// <summary>One order of the router on its way to being done.</summary>
/// <param name="Addresses">The addresses of documents for the PBX's calls.</param>
public sealed record QueuedCommand(EndpointOwner Owner, RouterCommand Command, DocumentAddresses Addresses);

using Opbx.Core.Routing;

namespace Opbx.Core.Cloudonix.Cxml;

/// <summary>Addresses that a document names.</summary>
/// <param name="Action">Where the call goes on with a state.</param>
/// <param name="Recording">Where recordings are reported for a state.</param>
public sealed record DocumentAddresses(Func<RouterState, string> Action, Func<RouterState, string> Recording);

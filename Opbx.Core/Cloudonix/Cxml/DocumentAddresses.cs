using Opbx.Core.Routing;

namespace Opbx.Core.Cloudonix.Cxml;

/// <summary>URLs used in a document.</summary>
/// <param name="Action">Where the call continues with a state.</param>
/// <param name="Recording">Where recordings are reported for a state.</param>
public sealed record DocumentAddresses(Func<RouterState, string> Action, Func<RouterState, string> Recording);

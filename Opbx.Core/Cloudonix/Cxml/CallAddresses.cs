using Opbx.Core.Pbxs;
using Opbx.Core.Routing;
using Opbx.Core.Routing.State;

namespace Opbx.Core.Cloudonix.Cxml;

/// <summary>The URLs in documents for live calls: our own endpoints, with the call's state signed.</summary>
public sealed class CallAddresses(EndpointAddresses addresses)
{
    /// <summary>The query parameter that carries the state.</summary>
    public const string StateName = "opbx";

    public DocumentAddresses For(EndpointOwner owner)
    {
        string With(string endpoint, RouterState state) =>
            $"{addresses.For(owner.Path, endpoint)}?{StateName}={StateCodec.Write(state, owner.StateKeys[0])}";
        return new DocumentAddresses(state => With("voice", state), state => With("recording", state));
    }
}

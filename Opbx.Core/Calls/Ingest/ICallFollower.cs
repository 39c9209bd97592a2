using Opbx.Core.Calls.Live;

namespace Opbx.Core.Calls.Ingest;

/// <summary>Notified of every new fact about a call after its commit; must be quick and must not throw.</summary>
internal interface ICallFollower
{
    void Follow(CallNews news, LiveCall call);
}

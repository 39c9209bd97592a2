using Opbx.Core.Calls.Live;

namespace Opbx.Core.Calls.Ingest;

/// <summary>Notified of every new fact about a call after its commit. Implementations are quick and never throw.</summary>
public interface ICallObserver
{
    internal void CallChanged(CallNews news, LiveCall call);
}

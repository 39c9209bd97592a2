using Opbx.Portal.Sandbox.State;
using Opbx.Portal.Sandbox.Wire;

namespace Opbx.Portal.Sandbox.Calls;

/// <summary>What every call of the stand-in works with.</summary>
internal sealed class SandboxCallRunner(
    SandboxStore store, SandboxWire wire, Recordings recordings, ConferenceRooms rooms, TimeProvider time, ILogger<SandboxCallRunner> log)
{
    public SandboxStore Store => store;
    public SandboxWire Wire => wire;
    public Recordings Recordings => recordings;
    public ConferenceRooms Rooms => rooms;
    public TimeProvider Time => time;
    public ILogger Log => log;
}

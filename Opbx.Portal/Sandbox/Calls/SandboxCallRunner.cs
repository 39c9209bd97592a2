using Opbx.Portal.Sandbox.State;
using Opbx.Portal.Sandbox.Wire;

namespace Opbx.Portal.Sandbox.Calls;

/// <summary>Dependencies shared by all sandbox calls.</summary>
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

using Opbx.Core.Calls.Live;
using Opbx.Core.Routing;

namespace Opbx.Core.Calls.Commands;

/// <summary>What moving a call needs besides the configuration.</summary>
public sealed record RouterInputs(TimeProvider Clock, IDice Dice, LiveLines Lines, ILogger<CallMover> Log);

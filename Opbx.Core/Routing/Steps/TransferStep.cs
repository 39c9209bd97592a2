using Opbx.Core.Routing.Trace;

namespace Opbx.Core.Routing.Steps;

/// <summary>A manually transferred live call continues at its target, as if it began there.</summary>
internal static class TransferStep
{
    public static Move Resume(Walk walk) => walk.State.Transfer is { } transfer ? Enter(walk, transfer) : walk.Rescue();

    public static Move Enter(Walk walk, Transfer transfer)
    {
        walk.State = walk.State with { Transfer = null, Hops = 0, MenuTurns = null, NamePrefix = null, Order = null, Ringing = null };
        walk.Happened(new Transferred(transfer.Talked, transfer.With));
        walk.Explain("transfer", null, null, "transferred", transfer.With is { } with
            ? $"The call was taken from {with} and transferred by hand." : "The call was transferred by hand.");
        return new Move.Onward(transfer.To);
    }
}

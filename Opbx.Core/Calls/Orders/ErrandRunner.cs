using System.Threading.Channels;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Opbx.Core.Calls.Live;
using Opbx.Core.Routing;
using Opbx.Core.Routing.Orders;
using Opbx.Core.Routing.Steps;

namespace Opbx.Core.Calls.Orders;

/// <summary>Does what the router ordered, beside the call: no answer waits for it.</summary>
public sealed class ErrandRunner(HoursByHand hours, CallMover mover, PickedUpCalls pickedUp, ILogger<ErrandRunner> log) : BackgroundService
{
    private const int AtOnce = 8;
    private readonly Channel<Errand> _queue = Channel.CreateBounded<Errand>(new BoundedChannelOptions(1_000));

    /// <summary>Takes an errand; it begins at once. One more than a thousand waiting ones is refused.</summary>
    public void Take(Errand errand)
    {
        // Claimed right away, so that nobody else is told that it still rings.
        if (errand.Order is PickUp { Call: var call }) pickedUp.Keep(errand.Owner.PbxId, call.Token, new PickedUpCall(PickupStep.RoomOf(call.Token), call.Stage + 1));
        if (!_queue.Writer.TryWrite(errand)) CallLog.ErrandRefused(log, errand.Owner.PbxId);
    }

    /// <inheritdoc/>
    protected override Task ExecuteAsync(CancellationToken stoppingToken) => Parallel.ForEachAsync(
        _queue.Reader.ReadAllAsync(stoppingToken),
        new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = stoppingToken },
        DoAsync);

    private async ValueTask DoAsync(Errand errand, CancellationToken cancel)
    {
        try
        {
            await (errand.Order switch
            {
                SwitchHours order => hours.SwitchAsync(errand.Owner, order, cancel),
                PickUp order => mover.PickUpAsync(errand, order, cancel),
                _ => Task.CompletedTask,
            });
        }
        catch (Exception e) when (e is not OperationCanceledException || !cancel.IsCancellationRequested)
        {
            CallLog.ErrandFailed(log, errand.Owner.PbxId, e);
        }
    }
}

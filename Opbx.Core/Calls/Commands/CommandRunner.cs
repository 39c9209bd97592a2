using System.Threading.Channels;
using Microsoft.Extensions.Hosting;
using Opbx.Core.Calls.Live;
using Opbx.Core.Routing;
using Opbx.Core.Routing.Commands;
using Opbx.Core.Routing.Steps;

namespace Opbx.Core.Calls.Commands;

/// <summary>Runs the router's commands in the background; no response waits for them.</summary>
public sealed class CommandRunner(DayNightSwitch hours, CallMover mover, PickedUpCalls pickedUp, ILogger<CommandRunner> log)
    : BackgroundService
{
    private const int AtOnce = 8;
    private readonly Channel<QueuedCommand> _queue = Channel.CreateBounded<QueuedCommand>(new BoundedChannelOptions(1_000));

    /// <summary>Queues a command, which starts at once. Commands beyond a thousand waiting ones are rejected.</summary>
    public void Enqueue(QueuedCommand command)
    {
        // Claimed right away, so that nobody else sees it as still ringing.
        if (command.Command is PickUp { Call: var call })
            pickedUp.Set(command.Owner.PbxId, call.Token, new PickedUpCall(PickupStep.RoomOf(call.Token), call.Stage + 1));
        if (!_queue.Writer.TryWrite(command)) CallLog.CommandRefused(log, command.Owner.PbxId);
    }

    protected override Task ExecuteAsync(CancellationToken stoppingToken) => Parallel.ForEachAsync(
        _queue.Reader.ReadAllAsync(stoppingToken),
        new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = stoppingToken }, DoAsync);

    private async ValueTask DoAsync(QueuedCommand command, CancellationToken cancel)
    {
        try
        {
            await (command.Command switch {
                SwitchHours order => hours.SwitchAsync(command.Owner, order, cancel),
                PickUp order => mover.PickUpAsync(command, order, cancel),
                _ => Task.CompletedTask,
            });
        }
        catch (Exception e) when (e is not OperationCanceledException || !cancel.IsCancellationRequested)
        {
            CallLog.CommandFailed(log, command.Owner.PbxId, e);
        }
    }
}

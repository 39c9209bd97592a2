using Opbx.Core.Calls.Live;

namespace Opbx.Core.Calls.Ingest;

/// <summary>Tells memory what the store knows by now: the board of live calls, and whoever draws something else from it.</summary>
public sealed class CommittedCalls
{
    private readonly LiveCallTracker _board;
    private readonly IReadOnlyList<ICallFollower> _followers;

    internal CommittedCalls(LiveCallTracker board, IEnumerable<ICallFollower> followers) => (_board, _followers) = (board, [.. followers]);

    internal void Tell(CallNews news, LiveCall call)
    {
        _board.Show(call);
        foreach (var follower in _followers) follower.Follow(news, call);
    }
}

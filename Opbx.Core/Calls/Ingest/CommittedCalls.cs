using Opbx.Core.Calls.Live;

namespace Opbx.Core.Calls.Ingest;

/// <summary>Updates in-memory state after a commit: live calls, and everything else derived from calls.</summary>
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

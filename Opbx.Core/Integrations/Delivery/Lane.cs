using Opbx.Core.Document.Integrations;

namespace Opbx.Core.Integrations.Delivery;

/// <summary>The deliveries this process holds for one integration, waiting and in flight.</summary>
/// <remarks>While the receiver keeps up, deliveries are sent one at a time, so that it sees events as they happened. When they have to
/// wait, several run in parallel, four unless configured otherwise, and only those of one call stay in order.</remarks>
internal sealed class Lane(Guid id, Breaker breaker)
{
    private const int MostInFlight = 4;

    /// <summary>Resends get at most this fraction of the slots, so that new events are not late.</summary>
    private const int PartForResent = 4;

    private const int SmallestWindow = 4;
    private const int LargestWindow = 64;

    /// <summary>With less time left, the delivery is left to the next owner: an attempt must fit into the lease.</summary>
    private static readonly TimeSpan LeaseNeeded = TimeSpan.FromSeconds(16);

    private static readonly TimeSpan KeepsUp = TimeSpan.FromSeconds(5);

    private readonly List<ClaimedDelivery> _waiting = [];
    private readonly Dictionary<string, ClaimedDelivery> _inFlight = new(StringComparer.Ordinal);
    private readonly Pace _pace = new();
    private int _window = SmallestWindow;
    private int? _perSecond;
    private int _mostInFlight = MostInFlight;
    private int _toBeStored;

    public Guid Id => id;
    public Breaker Breaker => breaker;

    /// <summary>How many more new events and retries to claim.</summary>
    public int Room => RoomIn(_window, resent: false);

    /// <summary>How many more resends to claim. They have room of their own, so that they are never in the way.</summary>
    public int RoomForResent => RoomIn(_window / PartForResent, resent: true);

    public bool IsEmpty => _waiting.Count + _inFlight.Count == 0;

    /// <summary>Ids that a claim must not bring again.</summary>
    public IEnumerable<string> Held => _waiting.Select(d => d.Id).Concat(_inFlight.Keys);

    /// <summary>Applies the current settings of the integration.</summary>
    public void Configure(Integration integration) =>
        (_mostInFlight, _perSecond) = (integration.MostAtOnce ?? MostInFlight, integration.MostPerSecond);

    public void Add(ClaimedDelivery delivery) => _waiting.Add(delivery);

    /// <summary>The next delivery of this turn; null when there is none or none may start.</summary>
    public ClaimedDelivery? Next(Turn turn, DateTimeOffset now)
    {
        _waiting.RemoveAll(d => d.LeaseUntil - now < LeaseNeeded);
        if (_toBeStored > 0 || !breaker.Lets(now) || !_pace.Lets(now, _perSecond)) return null;
        if (turn == Turn.Resent && _inFlight.Values.Count(f => f.Turn == Turn.Resent) >= Math.Max(1, _mostInFlight / PartForResent))
            return null;
        var next = _waiting.Find(d => d.Turn == turn && !_inFlight.Values.Any(f => f.Call is not null && f.Call == d.Call));
        return next is not null && _inFlight.Count < (now - next.WaitingSince < KeepsUp ? 1 : _mostInFlight) ? next : null;
    }

    public void Begin(ClaimedDelivery delivery)
    {
        _waiting.Remove(delivery);
        _inFlight.Add(delivery.Id, delivery);
        breaker.Begin();
        _pace.Begin();
    }

    /// <summary>Records a finished attempt. A quick receiver gets more at once, a slow or failing one fewer.</summary>
    public void End(FinishedAttempt attempt, DateTimeOffset now)
    {
        _inFlight.Remove(attempt.Delivery.Id);
        var quick = attempt.Result is { Taken: true, Milliseconds: < 1_000 };
        _window = quick ? Math.Min(_window + 1, LargestWindow) : SmallestWindow;
        if (!attempt.Result.Taken) _toBeStored++;
        if (!attempt.Counts || !Outcomes.ConcernsReceiver(attempt.Result.Outcome)) breaker.Reset();
        else breaker.End(now, failed: !attempt.Result.Taken);
    }

    private int RoomIn(int window, bool resent)
    {
        var waiting = _waiting.Count(d => d.Turn == Turn.Resent == resent);
        return waiting > window / 2 ? 0 : window - waiting - _inFlight.Values.Count(f => f.Turn == Turn.Resent == resent);
    }

    /// <summary>A failed attempt and its consequences are stored; until then nothing else starts.</summary>
    public void Stored() => _toBeStored--;
}

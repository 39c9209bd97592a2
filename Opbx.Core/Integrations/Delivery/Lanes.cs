using System.Collections.Concurrent;
using Microsoft.Extensions.Options;
using Opbx.Core.Document.Integrations;

namespace Opbx.Core.Integrations.Delivery;

/// <summary>All lanes; thread-safe. They take turns; new events go before resends, and those before retries, which get at most half
/// of the slots.</summary>
internal sealed class Lanes(IOptions<IntegrationOptions> options) : ILaneStates
{
    public const int MostInFlight = 64;
    public const int MostRetries = MostInFlight / 2;

    private readonly Lock _gate = new();
    private readonly Dictionary<Guid, Lane> _lanes = [];
    private readonly ConcurrentDictionary<Guid, DateTimeOffset> _paused = [];
    private readonly EgressMonitor _egress = new();
    private readonly int[] _inFlight = new int[Enum.GetValues<Turn>().Length];
    private int _first;
    private volatile bool _cutOff;

    public bool CutOff => _cutOff;
    public DateTimeOffset? PausedUntil(Guid integration) => _paused.TryGetValue(integration, out var until) ? until : null;

    /// <summary>Number of integrations paused because they keep failing.</summary>
    public int Paused => _paused.Count;

    /// <summary>How many more deliveries of an integration to claim with its current settings.</summary>
    public LaneRoom RoomOf(Guid id, Integration integration)
    {
        lock (_gate)
        {
            var lane = For(id);
            lane.Configure(integration);
            return new LaneRoom(lane.Room, lane.RoomForResent, lane.Held.ToHashSet(StringComparer.Ordinal));
        }
    }

    public void Add(IEnumerable<ClaimedDelivery> claimed)
    {
        lock (_gate)
            foreach (var delivery in claimed) For(delivery.IntegrationId).Add(delivery);
    }

    /// <summary>Starts every attempt that may start now.</summary>
    public IReadOnlyList<ClaimedDelivery> Begin(DateTimeOffset now)
    {
        var begun = new List<ClaimedDelivery>();
        lock (_gate)
        {
            foreach (var turn in Enum.GetValues<Turn>())
                while (BeginRound(turn, now, begun)) { }
        }
        return begun;
    }

    /// <summary>Records a finished attempt and determines whether it counts.</summary>
    public FinishedAttempt End(FinishedAttempt attempt, DateTimeOffset now)
    {
        lock (_gate)
        {
            var judged = attempt.Host is { } host && !_egress.Counts(now, attempt.Delivery.OrganizationId, host, attempt.Result.Outcome)
                ? attempt with { Counts = false } : attempt;
            _cutOff = _egress.IsDown;
            _inFlight[(int)attempt.Delivery.Turn]--;
            var lane = For(attempt.Delivery.IntegrationId);
            lane.End(judged, now);
            if (lane.Breaker.PausedUntil is { } until) _paused[lane.Id] = until;
            else _paused.TryRemove(lane.Id, out _);
            return judged;
        }
    }

    public void Stored(IEnumerable<FinishedAttempt> attempts)
    {
        lock (_gate)
            foreach (var attempt in attempts.Where(a => !a.Result.Taken)) For(attempt.Delivery.IntegrationId).Stored();
    }

    private Lane For(Guid integration)
    {
        if (!_lanes.TryGetValue(integration, out var lane))
            _lanes.Add(integration, lane = new Lane(integration, new Breaker(options.Value.RetryScale)));
        return lane;
    }

    /// <summary>At most one attempt per lane, starting with a different lane each time.</summary>
    private bool BeginRound(Turn turn, DateTimeOffset now, List<ClaimedDelivery> begun)
    {
        var before = begun.Count;
        var lanes = _lanes.Values.ToList();
        for (var i = 0; i < lanes.Count && HasPlace(turn); i++)
        {
            var lane = lanes[(_first + i) % lanes.Count];
            if (lane.Next(turn, now) is not { } delivery || !_egress.Lets(now)) continue;
            lane.Begin(delivery);
            _inFlight[(int)turn]++;
            begun.Add(delivery);
        }
        _first = lanes.Count == 0 ? 0 : (_first + 1) % lanes.Count;
        return begun.Count > before;
    }

    private bool HasPlace(Turn turn) => _inFlight.Sum() < MostInFlight && (turn != Turn.Retry || _inFlight[(int)Turn.Retry] < MostRetries);
}

/// <summary>How much a lane can accept.</summary>
/// <param name="Places">For new events and retries.</param>
/// <param name="PlacesForResent">For resends.</param>
/// <param name="Held">Ids it already holds.</param>
internal sealed record LaneRoom(int Places, int PlacesForResent, IReadOnlySet<string> Held);

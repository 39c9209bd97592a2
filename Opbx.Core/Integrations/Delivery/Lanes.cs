using System.Collections.Concurrent;
using Microsoft.Extensions.Options;
using Opbx.Core.Shared;

namespace Opbx.Core.Integrations.Delivery;

/// <summary>All lanes. They take turns; what just happened goes before what is sent again, and that before retries, which get at most half of the places.</summary>
internal sealed class Lanes(IOptions<IntegrationOptions> options)
{
    public const int MostInFlight = 64;
    public const int MostRetries = MostInFlight / 2;

    private readonly Dictionary<Guid, Lane> _lanes = [];
    private readonly ConcurrentDictionary<Guid, DateTimeOffset> _paused = [];
    private readonly EgressWatch _egress = new();
    private readonly int[] _inFlight = new int[Enum.GetValues<Turn>().Length];
    private int _first;
    private volatile bool _cutOff;

    /// <summary>Whether our own way out seems to be broken. May be asked by any thread.</summary>
    public bool CutOff => _cutOff;

    /// <summary>Until when a receiver is left alone because it keeps failing; null when it is not. May be asked by any thread.</summary>
    public DateTimeOffset? PausedUntil(Guid integration) => _paused.TryGetValue(integration, out var until) ? until : null;

    public Lane Of(Guid integration)
    {
        if (!_lanes.TryGetValue(integration, out var lane)) _lanes.Add(integration, lane = new Lane(integration, new Breaker(options.Value.RetryScale)));
        return lane;
    }

    /// <summary>Begins every attempt that may begin now.</summary>
    public IEnumerable<ClaimedDelivery> Begin(DateTimeOffset now)
    {
        foreach (var turn in Enum.GetValues<Turn>())
        {
            while (BeginRound(turn, now) is { Count: > 0 } begun)
                foreach (var delivery in begun) yield return delivery;
        }
    }

    /// <summary>Takes note of an attempt that is over; says whether it counts.</summary>
    public FinishedAttempt End(FinishedAttempt attempt, DateTimeOffset now)
    {
        var judged = attempt.Host is { } host && !_egress.Counts(now, host, attempt.Result.Outcome) ? attempt with { Counts = false } : attempt;
        _cutOff = _egress.IsDown;
        _inFlight[(int)attempt.Delivery.Turn]--;
        var lane = Of(attempt.Delivery.IntegrationId);
        lane.End(judged, now);
        if (lane.Breaker.PausedUntil is { } until) _paused[lane.Id] = until;
        else _paused.TryRemove(lane.Id, out _);
        return judged;
    }

    /// <summary>At most one attempt of each lane, beginning with another lane each time.</summary>
    private List<ClaimedDelivery> BeginRound(Turn turn, DateTimeOffset now)
    {
        var begun = new List<ClaimedDelivery>();
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
        return begun;
    }

    private bool HasPlace(Turn turn) => _inFlight.Sum() < MostInFlight && (turn != Turn.Retry || _inFlight[(int)Turn.Retry] < MostRetries);
}

using Opbx.Core.Routing.Trace;

namespace Opbx.Core.Routing.Steps;

/// <summary>How a dial ended, as reported by the platform (docs/cloudonix.md).</summary>
internal static class RingResults
{
    /// <summary>Busy, no-answer, failed and canceled mean that nobody answered; anything else ends the call.</summary>
    public static RingResult Parse(string? status) => status?.Trim().ToLowerInvariant() switch {
        "busy" => RingResult.Busy,
        "no-answer" or "noanswer" => RingResult.NoAnswer,
        "failed" => RingResult.Unreachable,
        "canceled" or "cancelled" or "cancel" => RingResult.Canceled,
        _ => RingResult.Answered,
    };

    /// <summary>Nothing rings after an answered call.</summary>
    public static Move Answered(Walk walk, string? by)
    {
        walk.Explain("answered", by is null ? null : "extension", by, "answered",
            by is null ? "The call was answered and is over." : $"{by} answered, and the call is over.");
        return Move.HangUp;
    }
}

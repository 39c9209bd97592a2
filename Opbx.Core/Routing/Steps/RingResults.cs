using Opbx.Core.Routing.Trace;

namespace Opbx.Core.Routing.Steps;

/// <summary>How a dial ended, read from what the platform says (contract 3.1).</summary>
internal static class RingResults
{
    /// <summary>Busy, no-answer, failed and canceled mean that nobody took it; everything else ends the call.</summary>
    public static RingResult Parse(string? status) => status?.Trim().ToLowerInvariant() switch
    {
        "busy" => RingResult.Busy,
        "no-answer" or "noanswer" => RingResult.NoAnswer,
        "failed" => RingResult.Unreachable,
        "canceled" or "cancelled" or "cancel" => RingResult.Canceled,
        _ => RingResult.Answered,
    };

    /// <summary>After an answered call nothing more rings.</summary>
    public static Move Answered(Walk walk, string? by)
    {
        walk.Explain("answered", by is null ? null : "extension", by, "answered", by is null ? "The call was answered and is over."
            : $"{by} answered, and the call is over.");
        return Move.HangUp;
    }
}

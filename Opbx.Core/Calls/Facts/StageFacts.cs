using Opbx.Core.Document;
using Opbx.Core.Routing;
using Opbx.Core.Routing.Trace;

namespace Opbx.Core.Calls.Facts;

/// <summary>What one answered request says about its call.</summary>
public sealed record StageFacts
{
    public required DateTimeOffset At { get; init; }

    /// <summary>As far as known at that request.</summary>
    public required CallDirection Direction { get; init; }

    public required string From { get; init; }
    public required string To { get; init; }
    public string? CallerName { get; init; }
    public string? PhoneNumber { get; init; }
    public string? CallerExtension { get; init; }
    public required IReadOnlyList<string> Path { get; init; }
    public required IReadOnlyList<RoutingEvent> Events { get; init; }

    public static StageFacts Create(StageRecord record) => new() {
        At = record.At,
        Direction = record.Direction,
        From = CallTexts.Clean(record.From) ?? "",
        To = CallTexts.Clean(record.To) ?? "",
        CallerName = CallTexts.Clean(record.CallerName),
        PhoneNumber = record.PhoneNumber,
        CallerExtension = record.CallerExtension,
        Path = record.Path,
        Events = record.Events,
    };

    /// <summary>Whether this version of a repeated request wins over <paramref name="other"/>: the earlier one does.</summary>
    public bool Precedes(StageFacts other) =>
        At != other.At ? At < other.At : string.CompareOrdinal(DocumentJson.Write(this), DocumentJson.Write(other)) < 0;
}

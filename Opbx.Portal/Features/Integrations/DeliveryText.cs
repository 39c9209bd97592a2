using Opbx.Core.Integrations.Delivery;
using Opbx.Portal.Components.Ui;

namespace Opbx.Portal.Features.Integrations;

internal static class DeliveryText
{
    private const string Again = " It will be tried again.";

    /// <summary>The last outcome; a delivery that was given up is not retried.</summary>
    public static string Last(DeliveryView view) => view.Message switch {
        null => "Not tried yet.",
        { } sentence when view.State == DeliveryState.Pending => sentence,
        { } sentence =>
            sentence.Replace(Again, view.State == DeliveryState.Failed && view.Kind != DeliveryKind.Test ? " It was given up."
                : "", StringComparison.Ordinal),
    };

    /// <summary>The outcome of a single request, shortened.</summary>
    public static string For(SendResult answer) =>
        string.Join(", ",
            new[] { Short(answer.Outcome), answer.Status is { } status ? $"status {status}" : null, answer.Milliseconds is { } length
                ? $"{length} ms" : null }.OfType<string>());

    /// <summary>The outcome as a sentence, without the announcement of a retry.</summary>
    public static string Once(Outcome outcome) => Outcomes.Sentence(outcome).Replace(Again, "", StringComparison.Ordinal)
        .Replace(" The integration was switched off.", "", StringComparison.Ordinal);

    /// <summary>The time of an attempt, short enough for a phone screen.</summary>
    public static string At(DateTimeOffset at, TimeZoneInfo zone) =>
        TimeZoneInfo.ConvertTime(at, zone).ToString("MMM d, HH:mm:ss", CultureInfo.InvariantCulture);

    public static string For(DeliveryState state) => state switch {
        DeliveryState.Pending => "Waiting",
        DeliveryState.Delivered => "Delivered",
        DeliveryState.Failed => "Failed",
        DeliveryState.Cancelled => "Cancelled",
    };

    public static Tone ToneOf(DeliveryState state) => state switch {
        DeliveryState.Pending => Tone.Info,
        DeliveryState.Delivered => Tone.Good,
        DeliveryState.Failed => Tone.Bad,
        DeliveryState.Cancelled => Tone.Neutral,
    };

    public static string IconOf(DeliveryState state) => state switch {
        DeliveryState.Pending => "hourglass_top",
        DeliveryState.Delivered => "check_circle",
        DeliveryState.Failed => "error",
        DeliveryState.Cancelled => "cancel",
    };

    /// <summary>A word or two; the full sentence is in <see cref="Outcomes"/>.</summary>
    public static string Short(Outcome outcome) => outcome switch {
        Outcome.Ok => "Taken",
        Outcome.Http4xx => "Refused (4xx)",
        Outcome.Http5xx => "Fault (5xx)",
        Outcome.Redirect => "Redirect",
        Outcome.Gone => "Gone (410)",
        Outcome.Throttled => "Asked to wait (429)",
        Outcome.Dns => "Unknown host",
        Outcome.ConnectRefused => "Connection refused",
        Outcome.ConnectTimeout => "No connection",
        Outcome.ConnectionLost => "Connection lost",
        Outcome.TlsName => "Certificate: other name",
        Outcome.TlsExpired => "Certificate: expired",
        Outcome.TlsUntrusted => "Certificate: not trusted",
        Outcome.TimeoutHeaders => "No answer in time",
        Outcome.TimeoutBody => "Answer too slow",
        Outcome.TooLarge => "Answer too large",
        Outcome.BlockedAddress => "Address not public",
        Outcome.BadUrl => "Address unusable",
        Outcome.Cancelled => "Ended",
        Outcome.Expired => "Too old",
        Outcome.Shed => "Not queued",
        Outcome.RenderError => "Could not be made",
    };

    /// <summary>How an attempt's time was spent; null when it was not measured.</summary>
    public static string? Split(AttemptTiming? timing)
    {
        if (timing is null) return null;
        (string Name, int? Ms)[] steps =
            [("name", timing.Dns), ("connection", timing.Connect), ("TLS", timing.Tls), ("waiting", timing.Wait), ("answer", timing.Body)];
        var parts = steps.Where(s => s.Ms is not null).Select(s => $"{s.Name} {s.Ms} ms").ToList();
        return parts.Count == 0 ? null
            : $"{string.Join(", ", parts)}{(timing is { Dns: null, Connect: null, Wait: not null } ? "; the connection was open" : "")}";
    }

    /// <summary>Why something was sent other than for the event itself; null for a regular delivery.</summary>
    public static string? Mark(DeliveryKind kind) => kind switch {
        DeliveryKind.Live => null,
        DeliveryKind.Resend => "sent again",
        DeliveryKind.Backfill => "sent later",
        DeliveryKind.Test => "test",
    };

    public static string Until(DateTimeOffset next, DateTimeOffset now, TimeZoneInfo zone)
    {
        var wait = next - now;
        return wait < TimeSpan.FromSeconds(2) ? "now" : wait < TimeSpan.FromHours(1) ? $"in {DateTimes.Duration(wait)}"
            : DateTimes.Relative(next, now, zone);
    }

    public static string For(AttemptView attempt)
    {
        var status = attempt.Status is { } code ? $" Status {code}." : "";
        var length = attempt.Ms is { } ms ? $" It took {ms} ms." : "";
        var split = Split(attempt.Timing) is { } steps ? $" ({steps})" : "";
        var outcome = Outcomes.Sentence(attempt.Outcome).Replace(Again, "", StringComparison.Ordinal);
        return $"{outcome}{status}{length.TrimEnd('.')}{split}{(length.Length > 0 ? "." : "")}";
    }
}

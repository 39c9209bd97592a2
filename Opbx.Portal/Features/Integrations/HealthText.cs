using Opbx.Core.Integrations.Delivery;

namespace Opbx.Portal.Features.Integrations;

internal static class HealthText
{
    /// <summary>All hours in a sentence.</summary>
    public static string For(IReadOnlyList<HealthHour> hours)
    {
        var (delivered, failed, pending) = (hours.Sum(h => h.Delivered), hours.Sum(h => h.Failed), hours.Sum(h => h.Pending));
        return $"Last 24 hours: {Counts(delivered, failed, pending)}";
    }

    /// <summary>Without zeros.</summary>
    public static string Counts(int delivered, int failed, int pending)
    {
        var parts = new[] { (delivered, "delivered"), (failed, "failed"), (pending, "waiting") }.Where(p => p.Item1 > 0)
            .Select(p => $"{p.Item1} {p.Item2}").ToList();
        return parts.Count == 0 ? "nothing sent" : string.Join(", ", parts);
    }

    public static string State(IReadOnlyList<HealthHour> hours, HealthSummary summary, bool active, bool paused)
    {
        if (!active) return "It is disabled and sends nothing.";
        if (paused) return summary.Waiting == 0 ? "It is paused; nothing waits." : "It is paused; events wait until you resume.";
        var (delivered, failed) = (hours.Sum(h => h.Delivered), hours.Sum(h => h.Failed));
        if (delivered + failed == 0)
            return summary.Waiting == 0 ? "Nothing was sent in the last 24 hours." : "The receiver has not taken anything yet.";
        return failed == 0 ? "Everything arrived." : delivered == 0 ? "Nothing arrived. Look at a delivery to see why."
            : $"{100.0 * delivered / (delivered + failed):0.#} % arrived.";
    }

    /// <summary>Why deliveries wait although nobody paused them; null when they do not.</summary>
    public static string? Brake(HealthSummary summary, TimeZoneInfo? zone) =>
        summary.CutOff
            ? "This portal reaches none of the receivers, so the fault seems to lie on our side. Nothing is lost: everything waits " +
                "until one can be reached again."
        : summary.LeftAloneUntil is { } until
        ? $"The receiver keeps failing and is left alone until {Clock(until, zone)}. Then one delivery is tried before the others."
        : null;

    /// <summary>The hour in the phone system's zone.</summary>
    public static string Clock(DateTimeOffset at, TimeZoneInfo? zone) =>
        TimeZoneInfo.ConvertTime(at, zone ?? TimeZoneInfo.Utc).ToString("ddd HH:mm", CultureInfo.InvariantCulture);
}

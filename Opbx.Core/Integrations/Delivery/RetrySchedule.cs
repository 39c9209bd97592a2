namespace Opbx.Core.Integrations.Delivery;

/// <summary>Retries after 5 s, 1 m, 5 m, 30 m, 2 h, 5 h, 10 h, 14 h, 20 h and 24 h, each with a jitter of ±20 %.</summary>
public static class RetrySchedule
{
    private static readonly TimeSpan[] Delays =
    [
        TimeSpan.FromSeconds(5), TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(30), TimeSpan.FromHours(2),
            TimeSpan.FromHours(5), TimeSpan.FromHours(10),
        TimeSpan.FromHours(14), TimeSpan.FromHours(20), TimeSpan.FromHours(24),
    ];

    private static readonly TimeSpan Longest = TimeSpan.FromHours(24);

    /// <summary>Including the first attempt.</summary>
    public static int MaxAttempts => Delays.Length + 1;

    /// <summary>Null when there is no further attempt.</summary>
    /// <param name="made">Attempts made so far, at least one.</param>
    /// <param name="scale">Multiplies the schedule, but not what the receiver asks for.</param>
    /// <param name="jitter">Between 0 (20 % earlier) and 1 (20 % later).</param>
    /// <param name="asked">What the receiver asks for; capped at 24 h.</param>
    public static TimeSpan? Wait(int made, double scale, double jitter, TimeSpan? asked = null)
    {
        if (made < 1 || made > Delays.Length) return null;
        var step = Delays[made - 1] * scale * (0.8 + (0.4 * jitter));
        return asked is { } wish && wish > step ? TimeSpan.FromTicks(Math.Min(wish.Ticks, Math.Max(Longest.Ticks, step.Ticks))) : step;
    }
}

namespace Opbx.Core.Calls.Recordings.Download;

/// <summary>Retries soon at first, as the platform may report a recording before it is available, then for over a day.</summary>
public static class DownloadSchedule
{
    private static readonly TimeSpan[] Pauses =
    [
        TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(15), TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(5),
            TimeSpan.FromMinutes(15),
        TimeSpan.FromHours(1), TimeSpan.FromHours(3), TimeSpan.FromHours(6), TimeSpan.FromHours(12), TimeSpan.FromHours(12),
    ];

    /// <summary>The pause after this many tries; null when that was the last one.</summary>
    public static TimeSpan? After(int tries) => tries <= Pauses.Length ? Pauses[tries - 1] : null;
}

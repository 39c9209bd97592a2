using System.Globalization;
using System.Text;
using Opbx.Core.Integrations.Delivery;

namespace Opbx.Bench.Deliveries;

/// <summary>How many webhooks are delivered, and whether a receiver that hangs delays the others; each beside a baseline in the same
/// run.</summary>
internal static class DeliveryBench
{
    private const int Receivers = 16;
    private const int Events = 1_250;
    private const int WarmUp = 100;
    private const int AtOnce = 64;

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);
    private static readonly byte[] Body =
        Encoding.UTF8.GetBytes(
            "{\"type\":\"callEnded\",\"timestamp\":\"2026-07-01T09:00:00.000Z\",\"data\":{\"sourceNumber\":\"+12025550143\"}}"
            + new string(' ', 400));

    public static async Task RunAsync()
    {
        await ThroughputAsync();
        await IsolationAsync();
    }

    private static async Task ThroughputAsync()
    {
        await using var sink = await Sink.StartAsync();
        await BareAsync(sink, Receivers * WarmUp);
        await OursAsync(sink, WarmUp);
        var bare = await BareAsync(sink, Receivers * Events);
        var ours = await OursAsync(sink, Events);
        Say($"bare HttpClient loop (baseline)   {bare:0} requests/s, {AtOnce} at once, nothing stored");
        Say($"deliveries                        {ours:0}/s, signed, claimed and logged; {ours / bare:0.00} of the baseline");
    }

    private static async Task<double> OursAsync(Sink sink, int events)
    {
        sink.Clear();
        await using var post = new Post(new SendLimits());
        await post.StartAsync();
        for (var i = 0; i < Receivers; i++) post.Add($"receiver {i}", $"{sink.Url}/{i}");
        await post.OccurAsync(events);
        var started = TimeProvider.System.GetTimestamp();
        var seconds = 0.0;
        await post.DeliverAsync(async () =>
        {
            await sink.WaitAsync(Receivers * events, Patience);
            seconds = TimeProvider.System.GetElapsedTime(started).TotalSeconds;
        });
        if (await post.StoredAttemptsAsync() != Receivers * events || sink.Count != Receivers * events)
            throw new InvalidOperationException("Deliveries and their log do not agree.");
        return Receivers * events / seconds;
    }

    private static async Task<double> BareAsync(Sink sink, int count)
    {
        using var client = new HttpClient();
        var started = TimeProvider.System.GetTimestamp();
        await Parallel.ForEachAsync(Enumerable.Range(0, count), new ParallelOptions { MaxDegreeOfParallelism = AtOnce },
            async (i, cancel) => await PostAsync(client, $"{sink.Url}/{i % Receivers}", cancel));
        return count / TimeProvider.System.GetElapsedTime(started).TotalSeconds;
    }

    private static async Task PostAsync(HttpClient client, string url, CancellationToken cancel)
    {
        using var content = new ByteArrayContent(Body);
        using var response = await client.PostAsync(new Uri(url), content, cancel);
    }

    /// <summary>2,000 wait, a tenth of them for a receiver that never answers; how long the others wait.</summary>
    private static async Task IsolationAsync()
    {
        var timeout = TimeSpan.FromSeconds(3);
        await using var sink = await Sink.StartAsync();
        var naive = await NaiveAsync(sink, timeout);
        sink.Clear();
        await using var post = new Post(new SendLimits { Total = timeout, Grace = TimeSpan.Zero });
        await post.StartAsync();
        post.Add("hung", $"{sink.Url}/hung");
        for (var i = 1; i < 10; i++) post.Add($"receiver {i}", $"{sink.Url}/{i}");
        await post.OccurAsync(200);
        var started = TimeProvider.System.GetTimestamp();
        await post.DeliverAsync(() => sink.WaitAsync(1_800, Patience));
        var ours = Percentile(sink, started);
        Say($"one limit for all (baseline)      healthy p99 {naive:0.00} s");
        Say($"lanes                             healthy p99 {ours:0.00} s; {ours / naive:0.000} of the baseline");
    }

    /// <summary>The same queue behind one limit of 64 for all receivers.</summary>
    private static async Task<double> NaiveAsync(Sink sink, TimeSpan timeout)
    {
        using var client = new HttpClient { Timeout = timeout };
        var started = TimeProvider.System.GetTimestamp();
        await Parallel.ForEachAsync(Enumerable.Range(0, 2_000), new ParallelOptions { MaxDegreeOfParallelism = AtOnce },
            async (i, cancel) =>
        {
            try
            {
                await PostAsync(client, i % 10 == 0 ? $"{sink.Url}/hung" : $"{sink.Url}/{i % 10}", cancel);
            }
            catch (TaskCanceledException)
            {
                // It hangs.
            }
        });
        return Percentile(sink, started);
    }

    private static double Percentile(Sink sink, long started)
    {
        var waits = sink.Arrived.Where(a => a.Path != "/hung").Select(a => TimeProvider.System.GetElapsedTime(started, a.At).TotalSeconds)
            .Order().ToList();
        return waits[(int)(waits.Count * 0.99) - 1];
    }

    private static void Say(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}

using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Opbx.Core.Calls;
using Opbx.Core.Calls.Facts;
using Opbx.Core.Calls.Ingest;

namespace Opbx.Bench;

/// <summary>
/// Acknowledged session updates a second over real HTTP on this machine, with the same clients in turn: the portal's inbox, an endpoint
/// that does exactly the
/// same work with one commit for each request, one that only inserts the message with one commit for each request, and one that stores
/// nothing.
/// </summary>
internal static class EventThroughput
{
    private const int Connections = 32;
    private const int Rounds = 5;
    private const int MessagesOfACall = 10;
    private static readonly TimeSpan Round = TimeSpan.FromSeconds(4);
    private static readonly string[] Kinds = ["constant", "insert", "single", "grouped"];
    private static int s_next;

    public static async Task RunAsync()
    {
        await using var grouped = await BenchStore.OpenAsync();
        await using var single = await BenchStore.OpenAsync();
        await using var insert = await BenchStore.OpenAsync();
        await using var app = Serve(grouped, single, insert);
        await app.StartAsync();
        using var client =
            new HttpClient(new SocketsHttpHandler { MaxConnectionsPerServer = Connections }) { BaseAddress = new Uri(app.Urls.First()) };
        foreach (var kind in Kinds) await RateAsync(client, kind, TimeSpan.FromSeconds(3));
        var rates = Kinds.ToDictionary(k => k, _ => new List<Measured>(), StringComparer.Ordinal);
        for (var i = 0; i < Rounds; i++)
        {
            foreach (var kind in Kinds) rates[kind].Add(await RateAsync(client, kind, Round));
        }
        Console.WriteLine(
            string.Create(CultureInfo.InvariantCulture,
                $"{Connections} connections, {Rounds} rounds of {Round.TotalSeconds} s each in turn; medians"));
        foreach (var kind in Kinds)
            Console.WriteLine(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{kind,-9} {Median(rates[kind].Select(m => m.PerSecond)),8:N0}/s   p50 " +
                        $"{Median(rates[kind].Select(m => m.P50)),7:N1} ms   p99 {Median(rates[kind].Select(m => m.P99)),7:N1} ms   " +
                            $"processor {Median(rates[kind].Select(m => m.Processor)),6:N2} ms each"));
        foreach (var against in Kinds.Take(3))
            Say(against, [.. rates["grouped"].Zip(rates[against], (ours, theirs) => ours.PerSecond / theirs.PerSecond)]);
    }

    private static void Say(string against, IReadOnlyList<double> ratios) =>
        Console.WriteLine(
            string.Create(CultureInfo.InvariantCulture,
                $"grouped : {against,-9} median {Median(ratios):N2}, from {ratios.Min():N2} to {ratios.Max():N2}"));

    private static WebApplication Serve(BenchStore grouped, BenchStore single, BenchStore insert)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrel().UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        app.MapPost("/constant", async (HttpRequest request) => await OpenAsync(request) is null ? Results.BadRequest() : Results.Ok());
        app.MapPost("/insert", async (HttpRequest request) => await OpenAsync(request) is { } body && await InsertAsync(insert, body)
            ? Results.Ok() : Results.BadRequest());
        app.MapPost("/single", async (HttpRequest request) => await OpenAsync(request) is { } body && await CommitAsync(single, body)
            ? Results.Ok() : Results.BadRequest());
        app.MapPost("/grouped", async (HttpRequest request) =>
            await OpenAsync(request) is { } body
                && await grouped.Inbox.ReceiveAsync(BenchStore.Pbx, BenchStore.Pbx, CallEventSource.Session, body) == Receipt.Stored
                ? Results.Ok() : Results.BadRequest());
        return app;
    }

    private static async Task<OpenedBody?> OpenAsync(HttpRequest request)
    {
        using var bytes = new MemoryStream();
        await request.Body.CopyToAsync(bytes);
        return MessageBody.Open(bytes.GetBuffer().AsSpan(0, (int)bytes.Length), request.ContentType);
    }

    /// <summary>The message as a row, nothing that follows from it.</summary>
    private static async Task<bool> InsertAsync(BenchStore store, OpenedBody body)
    {
        await using var db = store.Database.OpenUnrestricted();
        db.CallEvents.Add(News(body).Message!);
        await db.SaveChangesAsync();
        return true;
    }

    /// <summary>What the writer does for a batch, for this message alone.</summary>
    private static async Task<bool> CommitAsync(BenchStore store, OpenedBody body)
    {
        var news = News(body);
        var item = new CallWrite(news, () => store.Surroundings.For(news.PbxId), store.Followers);
        await using var db = store.Database.OpenUnrestricted();
        await using var transaction = await db.Database.BeginTransactionAsync();
        await item.LoadAsync(db, [item], default);
        item.Apply(db);
        await db.SaveChangesAsync();
        await transaction.CommitAsync();
        item.Committed();
        return true;
    }

    private static CallNews News(OpenedBody body)
    {
        var now = TimeProvider.System.GetUtcNow();
        var update = MessageReader.Session(body, now)!;
        var callId = StableId.OfCall(BenchStore.Pbx, update.Token);
        var message =
            new CallEvent {
                Id = StableId.Create(callId.ToString("N"), "Session", update.EventId!), OrganizationId = BenchStore.Pbx,
                PbxId = BenchStore.Pbx, CallId = callId, Discriminator = update.EventId!, ReceivedAt = now, Body = body.Text
            };
        return new CallNews {
            PbxId = BenchStore.Pbx, OrganizationId = BenchStore.Pbx, Token = update.Token, At = now, Message = message,
            Session = SessionFacts.From(update)
        };
    }

    private static async Task<Measured> RateAsync(HttpClient client, string kind, TimeSpan length)
    {
        var watch = Stopwatch.StartNew();
        var processor = Environment.CpuUsage.TotalTime;
        var times = await Task.WhenAll(Enumerable.Range(0, Connections).Select(async _ =>
        {
            var own = new List<double>();
            while (watch.Elapsed < length)
            {
                var began = watch.Elapsed;
                using var answer = await client.PostAsync(new Uri("/" + kind, UriKind.Relative), Message());
                answer.EnsureSuccessStatusCode();
                own.Add((watch.Elapsed - began).TotalMilliseconds);
            }
            return own;
        }));
        var all = times.SelectMany(t => t).Order().ToList();
        return new Measured(all.Count / watch.Elapsed.TotalSeconds, all[all.Count / 2], all[all.Count * 99 / 100],
            (Environment.CpuUsage.TotalTime - processor).TotalMilliseconds / all.Count);
    }

    private static StringContent Message()
    {
        var number = Interlocked.Increment(ref s_next);
        var body = new {
            id = number / MessagesOfACall, eventId = $"event-{number}", domainId = 42,
            token = $"call-{number / MessagesOfACall:D32}", callerId = $"+1202555{number % 10_000:D4}", destination = "+12125550100",
            direction = "incoming", status = "ringing", createdAt = DateTimeOffset.UnixEpoch,
            modifiedAt = DateTimeOffset.UnixEpoch.AddYears(56).AddMilliseconds(number), profile = new { note = new string('x', 300) }
        };
        return new StringContent(JsonSerializer.Serialize(body), Encoding.UTF8, "application/json");
    }

    private static double Median(IEnumerable<double> values) => values.Order().ElementAt(Rounds / 2);

    private sealed record Measured(double PerSecond, double P50, double P99, double Processor);
}

using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using Microsoft.EntityFrameworkCore;
using Opbx.Core.Calls;
using Opbx.Core.Routing;

namespace Opbx.Tests.Endurance;

/// <summary>The process is killed while the platform's messages come over several connections.</summary>
public sealed class KillTests(ITestOutputHelper output)
{
    private const int Kills = 20;
    private const int Connections = 6;
    private const int MessagesOfACall = 8;

    private readonly ConcurrentDictionary<Message, byte> _acknowledged = new();
    private readonly ConcurrentDictionary<Message, byte> _doubtful = new();
    private readonly ChanceDice _dice = new();
    private int _next;

    [Fact]
    public async Task Acknowledged_messages_survive_kills_exactly_once()
    {
        var cancel = TestContext.Current.CancellationToken;
        using var data = new TempFolder();
        using var portal = new PortalProcess(data.Path);
        await portal.StartAsync(cancel);
        var endpoint = await portal.EndpointAsync();
        for (var kill = 0; kill < Kills; kill++)
        {
            // The platform sends again what was not acknowledged; some of it is stored already.
            await RepeatAsync(portal, endpoint);
            var enough = _acknowledged.Count + 20 + _dice.Roll(380);
            var senders = Enumerable.Range(0, Connections).Select(_ => SendUntilGoneAsync(portal, endpoint)).ToList();
            while (_acknowledged.Count < enough && !senders.Any(s => s.IsCompleted)) await Task.Delay(1, cancel);
            await portal.KillAsync();
            await Task.WhenAll(senders);
            await portal.StartAsync(cancel);
        }
        await RepeatAsync(portal, endpoint);
        await portal.KillAsync();
        output.WriteLine($"{_acknowledged.Count} messages were acknowledged over {Kills} kills");
        await CompareAsync(data.Path);
    }

    private async Task CompareAsync(string dataFolder)
    {
        using var store = new StoreAt(dataFolder);
        await using var db = store.Database.OpenUnrestricted();
        Assert.Equal(["ok"], await db.ReadAsync("PRAGMA integrity_check"));
        Assert.True(_acknowledged.Count > Kills * 20, "messages were acknowledged");
        var stored = await db.CallEvents.AsNoTracking().Select(e => e.Discriminator).ToListAsync();
        Assert.Equal(_acknowledged.Keys.Select(m => m.Discriminator).Order(StringComparer.Ordinal), stored.Order(StringComparer.Ordinal));
        var calls = await db.Calls.AsNoTracking().Select(c => c.Token).ToListAsync();
        Assert.Equal(_acknowledged.Keys.Select(m => m.Token).Distinct(StringComparer.Ordinal)
            .Order(StringComparer.Ordinal), calls.Order(StringComparer.Ordinal));
    }

    private async Task RepeatAsync(PortalProcess portal, (string Path, string Key) endpoint)
    {
        using var client = Client(portal, endpoint.Key);
        foreach (var message in _doubtful.Keys)
        {
            Assert.True(await TrySendAsync(client, endpoint.Path, message));
            _doubtful.TryRemove(message, out _);
        }
    }

    private async Task SendUntilGoneAsync(PortalProcess portal, (string Path, string Key) endpoint)
    {
        using var client = Client(portal, endpoint.Key);
        while (true)
        {
            var message = new Message(Interlocked.Increment(ref _next));
            if (await TrySendAsync(client, endpoint.Path, message)) continue;
            _doubtful[message] = 0;
            return;
        }
    }

    /// <summary>Whether the portal acknowledged it; else nobody knows what became of it.</summary>
    private async Task<bool> TrySendAsync(HttpClient client, string path, Message message)
    {
        try
        {
            using var answer = await client.PostAsJsonAsync($"/hooks/{path}/session", message.Body());
            if (answer.StatusCode != HttpStatusCode.OK) return false;
            _acknowledged[message] = 0;
            return true;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    private static HttpClient Client(PortalProcess portal, string key)
    {
        var client = new HttpClient(new SocketsHttpHandler { MaxConnectionsPerServer = 1 }) { BaseAddress = portal.Address };
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", key);
        return client;
    }

    /// <summary>One session update.</summary>
    private sealed record Message(int Number)
    {
        private static readonly DateTimeOffset Start = new(2026, 3, 2, 10, 0, 0, TimeSpan.Zero);

        public string Token => string.Create(CultureInfo.InvariantCulture, $"call-{Number / MessagesOfACall}");

        /// <summary>What the store tells it by: the platform's ids of session and event.</summary>
        public string Discriminator => string.Create(CultureInfo.InvariantCulture, $"{Number / MessagesOfACall}:event-{Number}");

        public object Body() => new {
            id = Number / MessagesOfACall,
            eventId = string.Create(CultureInfo.InvariantCulture, $"event-{Number}"),
            token = Token,
            callerId = "+12025550143",
            destination = "+12125550101",
            status = "ringing",
            modifiedAt = Start.AddSeconds(Number),
        };
    }
}

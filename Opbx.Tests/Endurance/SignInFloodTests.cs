using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text.RegularExpressions;

namespace Opbx.Tests.Endurance;

/// <summary>Somebody tries passwords from many addresses while calls come in.</summary>
public sealed partial class SignInFloodTests(ITestOutputHelper output)
{
    private const int TriesASecond = 20;
    private const int CallsASecond = 20;
    private const double MostRatio = 20;
    private static readonly TimeSpan Duration = TimeSpan.FromSeconds(10);

    [Fact]
    public async Task Calls_are_answered_while_twenty_sign_ins_a_second_are_tried()
    {
        var cancel = TestContext.Current.CancellationToken;
        using var data = new TempFolder();
        // Every try comes from another address, so that none is turned away before its password is looked at.
        using var portal =
            new PortalProcess(
                data.Path, new Dictionary<string, string>(StringComparer.Ordinal) { ["Opbx__TrustedProxies__0"] = "127.0.0.1" });
        await portal.StartAsync(cancel);
        var endpoint = await portal.EndpointAsync();
        using var platform = new HttpClient { BaseAddress = portal.Address };
        platform.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", endpoint.Key);
        await CallsAsync(platform, endpoint.Path, TimeSpan.FromSeconds(3), cancel);
        var quiet = await CallsAsync(platform, endpoint.Path, Duration, cancel);
        var flood = TryAsync(portal.Address, cancel);
        var busy = await CallsAsync(platform, endpoint.Path, Duration, cancel);
        var tries = await flood;

        var (before, during) = (Median(quiet), Median(busy));
        output.WriteLine(
            string.Create(CultureInfo.InvariantCulture,
                $"median {before:0.00} ms, with {tries.Count} tries ({tries.Count(s => s == HttpStatusCode.OK)} looked at) " +
                    $"{during:0.00} ms; slowest {quiet.Max():0} and {busy.Max():0} ms"));
        Assert.Contains(HttpStatusCode.OK, tries);
        Assert.All(tries, status => Assert.True(status is HttpStatusCode.OK or HttpStatusCode.TooManyRequests, status.ToString()));
        Assert.True(tries.Count >= TriesASecond * 5, "the flood was one");
        Assert.True(during <= before * MostRatio, $"calls waited: {during} ms instead of {before} ms");
    }

    /// <summary>How long each of the calls waited for its answer, in milliseconds.</summary>
    private static async Task<List<double>> CallsAsync(HttpClient platform, string path, TimeSpan duration, CancellationToken cancel)
    {
        var waits = new List<double>();
        using var ticks = new PeriodicTimer(TimeSpan.FromSeconds(1.0 / CallsASecond));
        var watch = Stopwatch.StartNew();
        for (var i = 0; watch.Elapsed < duration && await ticks.WaitForNextTickAsync(cancel); i++)
        {
            using var call =
                new FormUrlEncodedContent(
                    new Dictionary<string, string>(StringComparer.Ordinal) {
                        ["Session"] = Guid.NewGuid()
                        .ToString("N"), ["From"] = "+12025550143", ["To"] = "+12125550100", ["Direction"] = "inbound"
                    });
            var begun = Stopwatch.GetTimestamp();
            using var answer = await platform.PostAsync($"/hooks/{path}/voice", call, cancel);
            waits.Add(Stopwatch.GetElapsedTime(begun).TotalMilliseconds);
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        }
        return waits;
    }

    /// <summary>Tries passwords of the owner and of nobody in turns; what the portal answered.</summary>
    private static async Task<List<HttpStatusCode>> TryAsync(Uri address, CancellationToken cancel)
    {
        using var client = new HttpClient(new SocketsHttpHandler { CookieContainer = new CookieContainer() }) { BaseAddress = address };
        var token = Token().Match(await client.GetStringAsync("/sign-in", cancel)).Groups["token"].Value;
        var tries = new List<Task<HttpStatusCode>>();
        using var ticks = new PeriodicTimer(TimeSpan.FromSeconds(1.0 / TriesASecond));
        var watch = Stopwatch.StartNew();
        for (var i = 0; watch.Elapsed < Duration && await ticks.WaitForNextTickAsync(cancel); i++)
            tries.Add(TryOnceAsync(client, WebUtility.HtmlDecode(token), i, cancel));
        return [.. await Task.WhenAll(tries)];
    }

    private static async Task<HttpStatusCode> TryOnceAsync(HttpClient client, string token, int i, CancellationToken cancel)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/sign-in");
        request.Headers.Add("X-Forwarded-For", $"10.{i / 65536}.{i / 256 % 256}.{i % 256}");
        request.Content = new FormUrlEncodedContent(new Dictionary<string, string>(StringComparer.Ordinal) {
            ["_handler"] = "sign-in",
            ["__RequestVerificationToken"] = token,
            ["Form.Email"] = i % 2 == 0 ? TestPortal.OwnerEmail : "nobody@acme.example",
            ["Form.Password"] = $"wrong password number {i}",
        });
        using var answer = await client.SendAsync(request, cancel);
        return answer.StatusCode;
    }

    private static double Median(List<double> values) => values.Order().ElementAt(values.Count / 2);

    [GeneratedRegex("name=\"__RequestVerificationToken\" value=\"(?<token>[^\"]+)\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Token();
}

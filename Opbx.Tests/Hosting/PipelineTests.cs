using System.Net.Http.Json;
using System.Net.Sockets;
using System.Text;

namespace Opbx.Tests.Hosting;

public sealed class PipelineTests(TestPortal portal) : IClassFixture<TestPortal>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("/healthz/live")]
    [InlineData("/healthz/ready")]
    [InlineData("/api/v1/pbxs")]
    [InlineData("/sign-in")]
    public async Task Every_answer_carries_the_safe_headers_and_no_server(string path)
    {
        using var client = portal.Client(key: null);
        using var answer = await client.GetAsync(path, Cancel);

        Assert.Equal("nosniff", Header(answer, "X-Content-Type-Options"));
        Assert.Equal("same-origin", Header(answer, "Referrer-Policy"));
        Assert.Equal("same-origin", Header(answer, "Cross-Origin-Opener-Policy"));
        Assert.Contains("frame-ancestors 'none'", Header(answer, "Content-Security-Policy"), StringComparison.Ordinal);
        Assert.NotEqual("", Header(answer, "Permissions-Policy"));
        Assert.Equal("", Header(answer, "Server"));
        Assert.Equal("", Header(answer, "Access-Control-Allow-Origin"));
    }

    [Fact]
    public async Task Pages_allow_no_scripts_but_our_files()
    {
        using var client = portal.Client(key: null);
        using var answer = await client.GetAsync("/sign-in", Cancel);
        Assert.Equal("text/html", answer.Content.Headers.ContentType?.MediaType);

        var policy = Header(answer, "Content-Security-Policy").Split("; ");
        Assert.Contains("script-src 'self'", policy);
        Assert.Contains("object-src 'none'", policy);
        Assert.Contains("base-uri 'self'", policy);
        Assert.Contains(policy, p => p.StartsWith("connect-src 'self' ws://127.0.0.1:", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("//api/v1/pbxs")]
    [InlineData("/api//v1/pbxs")]
    [InlineData("/API/V1/PBXS")]
    [InlineData("/api/v1/pbxs;x=1")]
    [InlineData("/api/v1/pbxs%00")]
    public async Task Other_spellings_of_an_address_do_not_exist(string target)
    {
        var answer = await RawAsync(
            $"GET {target} HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: Bearer {TestPortal.OwnerKey}\r\nConnection: close\r\n\r\n");

        Assert.Matches("^HTTP/1.1 40[04] ", answer);
    }

    [Theory]
    [InlineData("/opening-hours", "/business-hours")]
    [InlineData("/opening-hours/Front%20desk?part=week", "/business-hours/Front%20desk?part=week")]
    [InlineData("/calling-rules/new", "/outbound-rules/new")]
    [InlineData("/menus/Main%20menu", "/ivr-menus/Main%20menu")]
    public async Task Pages_that_moved_answer_with_their_new_address(string old, string moved)
    {
        var answer = await RawAsync($"GET {old} HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n");

        Assert.StartsWith("HTTP/1.1 301 ", answer, StringComparison.Ordinal);
        Assert.Contains($"\nLocation: {moved}\r", answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Health_needs_no_key_and_tells_no_details()
    {
        using var client = portal.Client(key: null);
        Assert.Equal("live", await client.GetStringAsync("/healthz/live", Cancel));
        Assert.Equal("ready", await client.GetStringAsync("/healthz/ready", Cancel));
    }

    [Fact]
    public async Task Pages_without_a_session_lead_to_the_sign_in()
    {
        using var client = portal.Client(key: null);
        foreach (var path in new[] { "/", "/extensions", "/no-such-page" })
        {
            using var answer = await client.GetAsync(path, Cancel);
            Assert.Equal(302, (int)answer.StatusCode);
            Assert.Equal("/sign-in", new Uri(client.BaseAddress!, answer.Headers.Location!).AbsolutePath);
        }
    }

    [Fact]
    public async Task A_body_beyond_the_limit_is_refused()
    {
        using var client = portal.Client();
        using var answer = await client.PostAsJsonAsync("/api/v1/users", new { email = new string('x', 1100 * 1024) }, Cancel);

        Assert.Equal(413, (int)answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
    }

    [Fact]
    public async Task Circuits_are_not_opened_from_other_sites()
    {
        using var client = portal.Client(key: null);
        client.DefaultRequestHeaders.Add("Origin", "https://evil.example");
        using var answer = await client.PostAsync("/_blazor/negotiate?negotiateVersion=1", content: null, Cancel);

        Assert.Equal(403, (int)answer.StatusCode);
    }

    [Fact]
    public async Task Secrets_do_not_reach_the_log()
    {
        using var client = portal.Client(key: null);
        const string Planted = "planted-2f6b1c";
        using var query = await client.GetAsync($"/api/v1/pbxs?access_token={Planted}", Cancel);
        using var path = await client.GetAsync($"/hooks/{Planted}/voice", Cancel);
        using var invitation = await client.GetAsync($"/invitation?token={Planted}", Cancel);
        using var header = new HttpRequestMessage(HttpMethod.Get, "/api/v1/pbxs");
        header.Headers.Authorization = new("Bearer", $"opbx_{Planted}{Planted}{Planted}");
        using var refused = await client.SendAsync(header, Cancel);
        await portal.KeyAsync("Reporter", Cancel);

        var log = portal.Log();
        Assert.Contains("/api/v1/pbxs", log, StringComparison.Ordinal);
        foreach (var secret in new[] { Planted, TestPortal.OwnerKey, TestPortal.OwnerPassword })
            Assert.DoesNotContain(secret, log, StringComparison.Ordinal);
    }

    private static string Header(HttpResponseMessage answer, string name) =>
        answer.Headers.TryGetValues(name, out var values) ? string.Join(", ", values) : "";

    private async Task<string> RawAsync(string request)
    {
        using var client = new TcpClient();
        await client.ConnectAsync("127.0.0.1", portal.ClientOptions.BaseAddress.Port, Cancel);
        await using var stream = client.GetStream();
        await stream.WriteAsync(Encoding.ASCII.GetBytes(request), Cancel);
        using var reader = new StreamReader(stream);
        return await reader.ReadToEndAsync(Cancel);
    }
}

using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Opbx.Core.Integrations.Delivery;

namespace Opbx.Tests.Integrations;

public sealed class WebhookSenderTests
{
    private static readonly SendLimits Short = new() { Total = TimeSpan.FromMilliseconds(700), Connect = TimeSpan.FromMilliseconds(500) };

    private static async Task<SendResult> Send(string url, SendLimits? limits = null, string[]? allowed = null,
        params RequestHeader[] headers)
    {
        using var sender =
            new WebhookSender(new AddressGuard(new AllowedNetworks(allowed ?? ["127.0.0.0/8"])), limits
                ?? new SendLimits(), TimeProvider.System);
        var request =
            new WebhookRequest {
                Method = HttpMethod.Post, Url = new Uri(url), Headers = headers, Body = "{}"u8.ToArray(),
                ContentType = "application/json; charset=utf-8", Secrets = ["hidden-1"]
            };
        return await sender.SendAsync(request, CancellationToken.None);
    }

    private static async Task<SendResult> SendTo(string answer, SendLimits? limits = null)
    {
        await using var receiver = new Receiver(answer);
        return await Send(receiver.Url, limits);
    }

    [Fact]
    public async Task What_is_sent_arrives_as_it_is()
    {
        await using var receiver = new Receiver();
        var result = await Send(
            receiver.Url,
            headers: [new RequestHeader("X-Tenant", "acme, inc."), new RequestHeader("webhook-signature", "v1,a= v1,b="),
                new RequestHeader("Authorization", "Bearer t")]);
        var received = Assert.Single(receiver.All);
        Assert.Equal((Outcome.Ok, (int?)200, "ok"), (result.Outcome, result.Status, result.Response!.Body));
        Assert.Equal("POST /hook HTTP/1.1", received.Line);
        Assert.Equal("{}", received.Body);
        Assert.Equal("acme, inc.", received.Headers["X-Tenant"].Single());
        Assert.Equal("v1,a= v1,b=", received.Headers["webhook-signature"].Single());
        Assert.Equal("Bearer t", received.Headers["Authorization"].Single());
        Assert.Equal("application/json; charset=utf-8", received.Headers["Content-Type"].Single());
    }

    [Theory]
    [InlineData(204, Outcome.Ok)]
    [InlineData(302, Outcome.Redirect)]
    [InlineData(404, Outcome.Http4xx)]
    [InlineData(410, Outcome.Gone)]
    [InlineData(429, Outcome.Throttled)]
    [InlineData(500, Outcome.Http5xx)]
    public async Task Statuses_have_outcomes(int status, object outcome)
    {
        var result = await SendTo(Receiver.Status(status));
        Assert.Equal(((Outcome)outcome, (int?)status), (result.Outcome, result.Status));
    }

    [Fact]
    public async Task Redirects_are_not_followed()
    {
        await using var other = new Receiver();
        await using var receiver = new Receiver(Receiver.Status(307, $"Location: {other.Url}\r\n"));
        Assert.Equal(Outcome.Redirect, (await Send(receiver.Url)).Outcome);
        Assert.Empty(other.All);
    }

    [Theory]
    [InlineData(429, "3", 3)]
    [InlineData(503, "120", 120)]
    [InlineData(500, "3", null)]
    [InlineData(429, "soon", null)]
    public async Task The_receiver_may_ask_to_wait(int status, string value, int? seconds)
    {
        var result = await SendTo(Receiver.Status(status, $"Retry-After: {value}\r\n"));
        Assert.Equal(seconds, (int?)result.RetryAfter?.TotalSeconds);
    }

    [Fact]
    public async Task The_receiver_may_ask_to_wait_until_a_date()
    {
        var result = await SendTo(Receiver.Status(503, $"Retry-After: {TimeProvider.System.GetUtcNow().AddMinutes(10):R}\r\n"));
        Assert.InRange(result.RetryAfter!.Value.TotalSeconds, 590, 600);
    }

    [Fact]
    public async Task Headers_that_never_end_are_cut_off_at_the_deadline()
    {
        await using var receiver = new Receiver(async (_, stream, cancel) =>
        {
            await stream.WriteAsync("HTTP/1.1 200 OK\r\nX: "u8.ToArray(), cancel);
            for (; ; await Task.Delay(50, cancel)) await stream.WriteAsync("a"u8.ToArray(), cancel);
        });
        var watch = Stopwatch.StartNew();
        Assert.Equal(Outcome.TimeoutHeaders, (await Send(receiver.Url, Short)).Outcome);
        Assert.InRange(watch.ElapsedMilliseconds, 600, 5000);
    }

    [Fact]
    public async Task A_receiver_that_never_answers_is_cut_off_at_the_deadline()
    {
        await using var receiver = new Receiver((_, _, cancel) => Task.Delay(Timeout.Infinite, cancel));
        Assert.Equal(Outcome.TimeoutHeaders, (await Send(receiver.Url, Short)).Outcome);
    }

    [Fact]
    public async Task A_body_that_drips_is_cut_off_at_the_deadline()
    {
        await using var receiver = new Receiver(async (_, stream, cancel) =>
        {
            await stream.WriteAsync("HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n"u8.ToArray(), cancel);
            for (; ; await Task.Delay(50, cancel)) await stream.WriteAsync("a"u8.ToArray(), cancel);
        });
        var result = await Send(receiver.Url, Short);
        Assert.Equal((Outcome.TimeoutBody, (int?)200, false), (result.Outcome, result.Status, result.Taken));
    }

    [Fact]
    public async Task A_body_without_end_is_read_only_in_part()
    {
        long sent = 0;
        await using var receiver = new Receiver(async (_, stream, cancel) =>
        {
            await stream.WriteAsync("HTTP/1.1 200 OK\r\nContent-Length: 1000000000\r\n\r\n"u8.ToArray(), cancel);
            for (var block = new byte[65536]; ; sent += block.Length) await stream.WriteAsync(block, cancel);
        });
        var result = await Send(receiver.Url);
        Assert.Equal((Outcome.TooLarge, true, 16 * 1024), (result.Outcome, result.Taken, result.Response!.Body.Length));
        Assert.True(sent < 50_000_000, $"{sent} bytes were taken");
    }

    [Fact]
    public async Task Headers_that_are_too_large_are_refused() =>
        Assert.Equal(Outcome.TooLarge,
            (await SendTo($"HTTP/1.1 200 OK\r\nX-Big: {new string('a', 40_000)}\r\nContent-Length: 0\r\n\r\n")).Outcome);

    [Fact]
    public async Task A_connection_that_is_reset_is_told()
    {
        await using var receiver = new Receiver((_, stream, _) =>
        {
            stream.Socket.LingerState = new LingerOption(true, 0);
            stream.Close();
            return Task.CompletedTask;
        });
        Assert.Equal(Outcome.ConnectionLost, (await Send(receiver.Url)).Outcome);
    }

    [Fact]
    public async Task Nobody_listening_is_told()
    {
        using var free = new TcpListener(IPAddress.Loopback, 0);
        free.Start();
        var port = ((IPEndPoint)free.LocalEndpoint).Port;
        free.Stop();
        Assert.Equal(Outcome.ConnectRefused, (await Send($"http://127.0.0.1:{port}/")).Outcome);
    }

    [Fact]
    public async Task Speaking_plain_text_to_https_is_told()
    {
        await using var receiver = new Receiver((_, _, _) => Task.CompletedTask);
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var port = ((IPEndPoint)listener.LocalEndpoint).Port;
        var serving = Task.Run(async () =>
        {
            using var client = await listener.AcceptTcpClientAsync();
            await client.GetStream().WriteAsync("HTTP/1.1 400 Bad Request\r\n\r\n"u8.ToArray());
        });
        Assert.Equal(Outcome.TlsUntrusted, (await Send($"https://127.0.0.1:{port}/")).Outcome);
        await serving;
    }

    [Fact]
    public async Task A_private_address_is_never_reached_and_no_time_is_told()
    {
        await using var receiver = new Receiver();
        var result = await Send(receiver.Url, allowed: []);
        Assert.Equal(new SendResult(Outcome.BlockedAddress), result);
        Assert.Empty(receiver.All);
    }

    [Fact]
    public async Task A_line_break_never_reaches_the_wire()
    {
        await using var receiver = new Receiver();
        Assert.Equal(Outcome.RenderError, (await Send(receiver.Url, headers: new RequestHeader("X-A", "1\r\nX-Evil: 2"))).Outcome);
        Assert.Empty(receiver.All);
    }

    [Fact]
    public async Task Secrets_that_a_receiver_repeats_are_masked()
    {
        var body = "you said hidden-1";
        var result = await SendTo(
            $"HTTP/1.1 200 OK\r\nX-Echo: hidden-1\r\nContent-Length: {Encoding.UTF8.GetByteCount(body)}\r\n\r\n{body}");
        Assert.Equal(("you said ***", "***"), (result.Response!.Body, result.Response.Headers["X-Echo"]));
    }
}

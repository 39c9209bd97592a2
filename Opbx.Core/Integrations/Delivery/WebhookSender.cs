using System.Net;
using System.Net.Http.Headers;
using System.Text;

namespace Opbx.Core.Integrations.Delivery;

/// <summary>Sends a request with one deadline for everything and reads a limited part of the response. Never throws because of what
/// a receiver does.</summary>
internal sealed class WebhookSender : IDisposable
{
    private const int KeptHeaders = 50;
    private const int KeptHeaderLength = 1_000;

    private readonly HttpClient _client;
    private readonly SendLimits _limits;
    private readonly TimeProvider _time;

    public WebhookSender(AddressGuard guard, SendLimits limits, TimeProvider time)
    {
        (_limits, _time) = (limits, time);
        var handler = new SocketsHttpHandler {
            ConnectCallback = guard.ConnectAsync,
            ConnectTimeout = limits.Connect,
            AllowAutoRedirect = false,
            UseCookies = false,
            UseProxy = false,
            AutomaticDecompression = DecompressionMethods.None,
            MaxResponseHeadersLength = 16,
            MaxResponseDrainSize = 0,
            // Receivers should not see our trace headers.
            ActivityHeadersPropagator = null,
            PooledConnectionLifetime = TimeSpan.FromMinutes(2),
        };
        handler.PlaintextStreamFilter = Plain;
        handler.SslOptions.RemoteCertificateValidationCallback = TlsJudge.Judge;
        _client = new HttpClient(handler) { Timeout = Timeout.InfiniteTimeSpan };
    }

    public async Task<SendResult> SendAsync(WebhookRequest request, CancellationToken cancel)
    {
        var started = _time.GetTimestamp();
        using var deadline = new CancellationTokenSource(_limits.Total, _time);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(deadline.Token, cancel);
        var progress = new Progress { Clock = new ExchangeClock(_time) };
        SendResult result;
        try
        {
            using var message = Message(request);
            result = await ExchangeAsync(message, request.Secrets, progress, both.Token);
        }
        catch (Exception e)
        {
            result = new SendResult(Failed(e, progress, deadline.IsCancellationRequested, cancel.IsCancellationRequested), progress.Status,
                RetryAfter: progress.RetryAfter);
        }
        var silent = result.Outcome is Outcome.BlockedAddress or Outcome.RenderError;
        return silent ? result
            : result with { Milliseconds = (int)_time.GetElapsedTime(started).TotalMilliseconds, Timing = progress.Clock.Timing };
    }

    public void Dispose() => _client.Dispose();

    private async Task<SendResult> ExchangeAsync(HttpRequestMessage message, IReadOnlyList<string> secrets, Progress progress,
        CancellationToken cancel)
    {
        message.Options.Set(ExchangeClock.Key, progress.Clock);
        using var response = await _client.SendAsync(message, HttpCompletionOption.ResponseHeadersRead, cancel);
        progress.Clock.Answered();
        var status = (int)response.StatusCode;
        (progress.Status, progress.RetryAfter) = (status, Wait(response.Headers.RetryAfter, status));
        var (body, complete) = await ReadAsync(response.Content, cancel);
        progress.Clock.Complete();
        var head = new ResponseHead(Headers(response, secrets), MaskedRequest.Mask(Encoding.UTF8.GetString(body), secrets));
        var outcome = Outcomes.OfStatus(status);
        return new SendResult(complete || outcome != Outcome.Ok ? outcome
            : Outcome.TooLarge, status, RetryAfter: progress.RetryAfter, Response: head) { Control = Control(response) };
    }

    /// <summary>The connection is established; with https, this is when the TLS handshake is done.</summary>
    private static ValueTask<Stream> Plain(SocketsHttpPlaintextStreamFilterContext context, CancellationToken cancel)
    {
        if (context.InitialRequestMessage.RequestUri?.Scheme == Uri.UriSchemeHttps)
            ExchangeClock.For(context.InitialRequestMessage)?.Secured();
        return ValueTask.FromResult(context.PlaintextStream);
    }

    private static HttpRequestMessage Message(WebhookRequest request)
    {
        var message =
            new HttpRequestMessage(request.Method, request.Url) {
                Version = HttpVersion.Version11,
                VersionPolicy = HttpVersionPolicy.RequestVersionExact
            };
        try
        {
            foreach (var header in request.Headers) message.Headers.Add(header.Name, header.Value);
            if (request.Body is not null) message.Content = new ByteArrayContent(request.Body);
            if (request.ContentType is not null) message.Content!.Headers.Add("Content-Type", request.ContentType);
            return message;
        }
        catch (Exception e) when (e is FormatException or InvalidOperationException or ArgumentException)
        {
            message.Dispose();
            throw new AttemptException(Outcome.RenderError);
        }
    }

    private async Task<(byte[] Kept, bool Complete)> ReadAsync(HttpContent content, CancellationToken cancel)
    {
        await using var stream = await content.ReadAsStreamAsync(cancel);
        using var kept = new MemoryStream();
        var buffer = new byte[8 * 1024];
        for (var total = 0; ;)
        {
            var read = await stream.ReadAsync(buffer, cancel);
            if (read == 0) return (kept.ToArray(), true);
            kept.Write(buffer, 0, Math.Min(read, _limits.Keep - (int)kept.Length));
            total += read;
            if (total > _limits.Read) return (kept.ToArray(), false);
        }
    }

    private TimeSpan? Wait(RetryConditionHeaderValue? value, int status)
    {
        if (value is null || status is not (429 or 502 or 503 or 504)) return null;
        var wait = value.Delta ?? (value.Date - _time.GetUtcNow());
        return wait > TimeSpan.Zero ? wait : null;
    }

    private static ReceiverControl Control(HttpResponseMessage response) =>
        !response.Headers.NonValidated.TryGetValues("webhook-delivery", out var values) ? ReceiverControl.None : values.ToString() switch {
            "disable" => ReceiverControl.Disable,
            "abort-message" => ReceiverControl.Abort,
            _ => ReceiverControl.None,
        };

    private static Dictionary<string, string> Headers(HttpResponseMessage response, IReadOnlyList<string> secrets)
    {
        var kept = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var (name, values) in response.Headers.NonValidated.Concat(response.Content.Headers.NonValidated).Take(KeptHeaders))
        {
            var value = MaskedRequest.Mask(values.ToString(), secrets);
            kept[name] = value.Length > KeptHeaderLength ? value[..KeptHeaderLength] : value;
        }
        return kept;
    }

    private static Outcome Failed(Exception e, Progress progress, bool late, bool cancelled)
    {
        if (FailureOutcome.Find(e) is { } outcome) return outcome;
        if (cancelled) return Outcome.Cancelled;
        if (late) return progress.Status is null ? Outcome.TimeoutHeaders : Outcome.TimeoutBody;
        return FailureOutcome.From(e);
    }

    /// <summary>How far an exchange got before it failed.</summary>
    private sealed class Progress
    {
        public required ExchangeClock Clock { get; init; }
        public int? Status { get; set; }
        public TimeSpan? RetryAfter { get; set; }
    }
}

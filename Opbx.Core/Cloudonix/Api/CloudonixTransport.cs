using System.Net;
using System.Net.Http.Headers;
using Polly;
using Polly.Retry;
using Polly.Timeout;

namespace Opbx.Core.Cloudonix.Api;

/// <summary>An answer as it came.</summary>
/// <param name="Status">The HTTP status.</param>
/// <param name="Body">The body; may be empty and need not be JSON.</param>
/// <param name="RetryAfter">The pause that was asked for.</param>
internal sealed record CloudonixAnswer(HttpStatusCode Status, byte[] Body, TimeSpan? RetryAfter);

/// <summary>Carries requests: bounded in time and size, repeated where a repetition is harmless.</summary>
internal sealed class CloudonixTransport
{
    /// <summary>The client's name at <see cref="IHttpClientFactory"/>.</summary>
    public const string ClientName = "Cloudonix";

    /// <summary>Enough for a list of ten thousand subscribers.</summary>
    public const int LongestBody = 8 << 20;

    private readonly IHttpClientFactory _clients;
    private readonly TimeProvider _time;
    private readonly ResiliencePipeline<CloudonixAnswer> _reads;
    private readonly ResiliencePipeline<CloudonixAnswer> _writes;

    public CloudonixTransport(IHttpClientFactory clients, CloudonixTiming timing, TimeProvider time)
    {
        _clients = clients;
        _time = time;
        _reads = Pipeline(timing, new PredicateBuilder<CloudonixAnswer>()
            .HandleResult(answer => answer.Status == HttpStatusCode.TooManyRequests || (int)answer.Status >= 500)
            .Handle<HttpRequestException>().Handle<IOException>());
        _writes = Pipeline(timing, new PredicateBuilder<CloudonixAnswer>().HandleResult(answer => answer.Status == HttpStatusCode.TooManyRequests));
    }

    /// <summary>Sends; <paramref name="compose"/> makes a new request for each attempt.</summary>
    public async Task<CloudonixAnswer> SendAsync(bool isRead, Func<HttpRequestMessage> compose, CancellationToken cancel) =>
        await (isRead ? _reads : _writes).ExecuteAsync(static async (state, token) => await state.This.AttemptAsync(state.Compose, token), (This: this, Compose: compose), cancel);

    private ResiliencePipeline<CloudonixAnswer> Pipeline(CloudonixTiming timing, PredicateBuilder<CloudonixAnswer> again) =>
        new ResiliencePipelineBuilder<CloudonixAnswer> { TimeProvider = _time }
            .AddRetry(new RetryStrategyOptions<CloudonixAnswer>
            {
                ShouldHandle = again,
                MaxRetryAttempts = timing.Repetitions,
                BackoffType = DelayBackoffType.Exponential,
                UseJitter = true,
                Delay = timing.FirstPause,
                MaxDelay = timing.LongestPause,
                DelayGenerator = args => ValueTask.FromResult(args.Outcome.Result?.RetryAfter is { } asked ? (asked < timing.LongestPause ? asked : timing.LongestPause) : (TimeSpan?)null),
            })
            .AddTimeout(new TimeoutStrategyOptions { Timeout = timing.Attempt })
            .Build();

    private async ValueTask<CloudonixAnswer> AttemptAsync(Func<HttpRequestMessage> compose, CancellationToken cancel)
    {
        using var client = _clients.CreateClient(ClientName);
        using var request = compose();
        using var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancel);
        return new CloudonixAnswer(response.StatusCode, await ReadAsync(response.Content, cancel), RetryAfter(response.Headers.RetryAfter));
    }

    private static async Task<byte[]> ReadAsync(HttpContent content, CancellationToken cancel)
    {
        await using var stream = await content.ReadAsStreamAsync(cancel);
        using var body = new MemoryStream();
        var buffer = new byte[16 << 10];
        for (int read; (read = await stream.ReadAsync(buffer, cancel)) > 0;)
        {
            body.Write(buffer, 0, read);
            if (body.Length > LongestBody) throw new InvalidDataException("The answer is too long.");
        }

        return body.ToArray();
    }

    private TimeSpan? RetryAfter(RetryConditionHeaderValue? header)
    {
        var asked = header?.Delta ?? (header?.Date is { } date ? date - _time.GetUtcNow() : null);
        return asked is { } pause && pause < TimeSpan.Zero ? TimeSpan.Zero : asked;
    }
}

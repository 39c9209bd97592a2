using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Http.Resilience;
using Polly;

namespace Opbx.Core.Cloudonix.Api;

/// <summary>Time-outs for requests, and retries where they are harmless.</summary>
internal static class CloudonixResilience
{
    public static void Configure(ResiliencePipelineBuilder<HttpResponseMessage> builder, ResilienceHandlerContext context)
    {
        var timing = context.ServiceProvider.GetRequiredService<CloudonixTiming>();
        var retry = new HttpRetryStrategyOptions {
            ShouldHandle = args => new(CanBeRepeated(args.Context.GetRequestMessage()?.Method == HttpMethod.Get, args.Outcome)),
            MaxRetryAttempts = timing.Repetitions,
            Delay = timing.FirstPause,
            MaxDelay = timing.LongestPause,
        };
        var askedFor = retry.DelayGenerator;
        retry.DelayGenerator = async args =>
        {
            var pause = askedFor is null ? null : await askedFor(args);
            return pause > timing.LongestPause ? timing.LongestPause : pause;
        };
        builder.TimeProvider = context.ServiceProvider.GetRequiredService<TimeProvider>();
        builder.AddRetry(retry).AddTimeout(timing.Attempt);
    }

    /// <summary>After 429 nothing was done; after other faults a write may have taken effect.</summary>
    private static bool CanBeRepeated(bool isRead, Outcome<HttpResponseMessage> outcome) => outcome switch {
        { Result.StatusCode: HttpStatusCode.TooManyRequests } => true,
        { Result.StatusCode: >= HttpStatusCode.InternalServerError } => isRead,
        { Exception: HttpRequestException fault } => isRead && !BoundedAnswers.IsTooLong(fault),
        _ => false,
    };
}

namespace Opbx.Core.Cloudonix.Api;

/// <summary>Reads answers up to a bound, within the attempt: so its time-out covers the body, and no answer fills the memory.</summary>
internal sealed class BoundedAnswers : DelegatingHandler
{
    /// <summary>In bytes; enough for a list of ten thousand subscribers.</summary>
    public const int Longest = 8 << 20;

    /// <summary>Whether a request failed because its answer was longer than the bound.</summary>
    public static bool IsTooLong(HttpRequestException fault) => fault.HttpRequestError == HttpRequestError.ConfigurationLimitExceeded;

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var response = await base.SendAsync(request, cancellationToken);
        try
        {
            await response.Content.LoadIntoBufferAsync(Longest, cancellationToken);
            return response;
        }
        catch
        {
            response.Dispose();
            throw;
        }
    }
}

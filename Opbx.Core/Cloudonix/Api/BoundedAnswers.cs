namespace Opbx.Core.Cloudonix.Api;

/// <summary>Reads response bodies up to a limit within the attempt, so that its time-out covers the body.</summary>
internal sealed class BoundedAnswers : DelegatingHandler
{
    /// <summary>Bytes; enough for a list of ten thousand subscribers.</summary>
    public const int Longest = 8 << 20;

    /// <summary>Whether a request failed because its response exceeded the limit.</summary>
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

namespace Opbx.Portal.Hosting;

/// <summary>The container's health check: the program queries the running portal, so that the image needs no other tool.</summary>
internal static class HealthProbe
{
    private const string Argument = "--healthcheck";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(4);

    public static bool IsAskedBy(string[] args) => args is [Argument];

    /// <summary>0 when the portal on this machine is ready, otherwise 1.</summary>
    public static async Task<int> RunAsync()
    {
        using var client = new HttpClient { Timeout = Patience };
        try
        {
            using var answer = await client.GetAsync(new Uri(Address(Environment.GetEnvironmentVariable), "/healthz/ready"));
            return answer.IsSuccessStatusCode ? 0 : 1;
        }
        catch (Exception fault) when (fault is HttpRequestException or TaskCanceledException)
        {
            return 1;
        }
    }

    /// <summary>The portal's address from the environment variables that configure it; wildcards mean this machine.</summary>
    internal static Uri Address(Func<string, string?> environment)
    {
        if (environment("ASPNETCORE_URLS") is { Length: > 0 } urls)
            return new Uri(urls.Split(';')[0].Replace("://+", "://127.0.0.1", StringComparison.Ordinal)
                .Replace("://*", "://127.0.0.1", StringComparison.Ordinal));
        var port = environment("ASPNETCORE_HTTP_PORTS") is { Length: > 0 } ports ? ports.Split(';')[0] : "5000";
        return new Uri($"http://127.0.0.1:{port}");
    }
}

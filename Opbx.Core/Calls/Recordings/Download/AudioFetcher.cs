using System.Net;
using Microsoft.Extensions.Options;

namespace Opbx.Core.Calls.Recordings.Download;

/// <summary>Fetches audio into the data folder: no redirects, limited in time and size, and only real audio.</summary>
public sealed class AudioFetcher(IHttpClientFactory clients, AudioSources sources, RecordingFiles files, IOptions<RecordingOptions> options,
    TimeProvider time)
{
    public const string ClientName = "recordings";
    private const int Chunk = 64 * 1024;
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    /// <summary>Never throws because of what the remote server does.</summary>
    public async Task<Fetched> FetchAsync(Recording recording, CancellationToken cancel)
    {
        if (sources.Allow(recording.SourceUrl) is not { } url)
            return Fetched.Never("The audio lies at a host from which this portal does not fetch.");
        using var deadline = new CancellationTokenSource(Patience, time);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(deadline.Token, cancel);
        try
        {
            using var response = await clients.CreateClient(ClientName).GetAsync(url, HttpCompletionOption.ResponseHeadersRead, both.Token);
            if (response.StatusCode != HttpStatusCode.OK)
                return Fetched.Later($"The platform answered {(int)response.StatusCode} instead of the audio.");
            await using var audio = await response.Content.ReadAsStreamAsync(both.Token);
            return await SaveAsync(recording, audio, both.Token);
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            return Fetched.Later("The platform did not send the audio in time.");
        }
        catch (HttpRequestException)
        {
            return Fetched.Later("The platform could not be reached.");
        }
        catch (IOException)
        {
            return Fetched.Later("The audio broke off, or could not be written to the data folder.");
        }
    }

    private async Task<Fetched> SaveAsync(Recording recording, Stream audio, CancellationToken cancel)
    {
        var buffer = new byte[Chunk];
        var head = await audio.ReadAtLeastAsync(buffer, AudioFormats.HeadLength, throwOnEndOfStream: false, cancel);
        if (AudioFormats.Detect(buffer.AsSpan(0, head)) is not { } format) return Fetched.Later("What the platform sent is no audio.");
        var most = options.Value.MostMegabytes * 1024L * 1024;
        await using var draft = files.Draft(recording);
        for (var read = head; read > 0; read = await audio.ReadAsync(buffer, cancel))
        {
            if (draft.Length + read > most) return Fetched.Never($"The audio is larger than {options.Value.MostMegabytes} MB.");
            await draft.WriteAsync(buffer.AsMemory(0, read), cancel);
        }
        return new Fetched(format, draft.Commit(format), null, TryAgain: false);
    }
}

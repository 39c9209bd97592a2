using System.Net;
using Microsoft.EntityFrameworkCore;
using Opbx.Core.Calls.Recordings;
using Opbx.Core.Pbxs;
using Opbx.Core.Permissions;
using Opbx.Core.Shared;

namespace Opbx.Tests.Calls.Recordings;

/// <summary>The audio comes into the data folder, whole, from where it may come, and is told once.</summary>
public sealed class DownloadTests
{
    private static readonly byte[] Wave = [.. "RIFF\0\0\0\0WAVEfmt "u8];

    [Fact]
    public async Task The_audio_of_a_conversation_is_fetched_and_told_once()
    {
        await using var bench = await RecordingBench.OpenAsync();
        await bench.StageAsync(Histories.Stage(1, Histories.Rings("1001")));
        await bench.StatusAsync(mailboxStage: null);
        await bench.StatusAsync(mailboxStage: null);
        await bench.FetchAsync();
        await bench.FetchAsync();

        var row = Assert.Single(await bench.RowsAsync());
        Assert.Equal((RecordingKind.Conversation, AudioState.Stored, RecordingBench.Mp3.Length), (row.Kind, row.State, row.Bytes));
        Assert.Equal(RecordingBench.Mp3, await File.ReadAllBytesAsync(bench.Files.PathOf(row, AudioFormat.Mp3)));
        Assert.Single(bench.Calls.Outbox.Kept, "recording");
        Assert.Equal("audio/mpeg",
            (await bench.Directory.AudioAsync(RecordingBench.Owner, Histories.Pbx, RecordingKind.Conversation, row.Id,
                default)).Value!.Format.MediaType());
    }

    [Fact]
    public async Task A_recording_that_only_the_record_names_belongs_to_the_call()
    {
        await using var bench = await RecordingBench.OpenAsync();
        await bench.StageAsync(Histories.Stage(1, Histories.Rings("1001")));
        await bench.RecordAsync(RecordingBench.Url);
        Assert.Empty(await bench.RowsAsync());
        Assert.Contains("ended", bench.Calls.Outbox.Kept);
        var call = await bench.Calls.CallAsync();
        Assert.Equal((false, true), (call.HasRecording, call.SettlesAt is not null));
        await bench.Calls.Inbox.SettleAsync(Histories.Pbx, Histories.Pbx, Histories.Token);
        Assert.True((await bench.Calls.CallAsync()).HasRecording);
        await bench.FetchAsync();
        Assert.Equal((RecordingKind.Conversation, AudioState.Stored),
            ((await bench.RowsAsync()).Single().Kind, (await bench.RowsAsync()).Single().State));
        // A status that comes very late tells of the same audio.
        await bench.StatusAsync(mailboxStage: null);
        Assert.Single(await bench.RowsAsync());
        Assert.Single(bench.Calls.Outbox.Kept, "recording");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task The_status_of_a_recording_says_more_than_the_record(bool statusFirst)
    {
        await using var bench = await RecordingBench.OpenAsync();
        await bench.StageAsync(Histories.Stage(1, Histories.Rings("1001")));
        if (statusFirst) await bench.StatusAsync(mailboxStage: null);
        await bench.RecordAsync("https://media.cloudonix.io/other.mp3");
        if (!statusFirst) await bench.StatusAsync(mailboxStage: null);
        await bench.Calls.Inbox.SettleAsync(Histories.Pbx, Histories.Pbx, Histories.Token);
        Assert.Equal((RecordingBench.Url, 12),
            ((await bench.RowsAsync()).Single().SourceUrl, (await bench.RowsAsync()).Single().Seconds!.Value));
        Assert.Null((await bench.Calls.CallAsync()).SettlesAt);
    }

    [Fact]
    public async Task What_fails_is_tried_again_and_given_up_in_the_end()
    {
        await using var bench = await RecordingBench.OpenAsync();
        bench.Media = _ => new HttpResponseMessage(HttpStatusCode.NotFound);
        await bench.StatusAsync(mailboxStage: null);
        var tries = 0;
        for (; (await bench.RowsAsync())[0].State == AudioState.Waiting; tries++)
        {
            await bench.FetchAsync();
            var row = (await bench.RowsAsync())[0];
            Assert.Equal(tries + 1, row.Tries);
            await bench.FetchAsync();
            Assert.Equal(tries + 1, (await bench.RowsAsync())[0].Tries);
            if (row.NextTryAt is { } next) bench.Clock.Advance(next - bench.Clock.GetUtcNow() + TimeSpan.FromMilliseconds(1));
        }

        Assert.InRange(tries, 5, 20);
        var audio = await bench.Directory.AudioAsync(RecordingBench.Owner, Histories.Pbx, RecordingKind.Conversation,
            (await bench.RowsAsync())[0].Id, default);
        Assert.Contains("404", audio.Failure!.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("recording", bench.Calls.Outbox.Kept);
    }

    [Fact]
    public async Task A_later_try_can_succeed()
    {
        await using var bench = await RecordingBench.OpenAsync();
        bench.Media = _ => throw new HttpRequestException("away");
        await bench.StatusAsync(mailboxStage: null);
        await bench.FetchAsync();
        bench.Media = _ => RecordingBench.Audio([.. Wave, .. new byte[100]]);
        bench.Clock.Advance(TimeSpan.FromMinutes(1));
        await bench.FetchAsync();
        var row = (await bench.RowsAsync())[0];
        Assert.Equal((AudioState.Stored, AudioFormat.Wav, null), (row.State, row.Format!.Value, row.Fault));
    }

    /// <summary>Five recordings lie at a host that answers late, and two more failed before; then a caller leaves a message.</summary>
    [Fact]
    public async Task A_new_message_is_fetched_as_soon_as_a_place_is_free()
    {
        await using var bench = await RecordingBench.OpenAsync();
        bench.Media = _ => new HttpResponseMessage(HttpStatusCode.NotFound);
        foreach (var id in new[] { "old1", "old2" }) await bench.StatusAsync(mailboxStage: null, token: id, id: id);
        await bench.FetchAsync();
        var asked = System.Threading.Channels.Channel.CreateUnbounded<string>();
        using var places = new SemaphoreSlim(0);
        bench.Pause = request =>
        {
            asked.Writer.TryWrite(Path.GetFileNameWithoutExtension(request.RequestUri!.AbsolutePath));
            return places.WaitAsync();
        };
        for (var i = 0; i < 5; i++) await bench.StatusAsync(mailboxStage: null, token: $"slow{i}", id: $"slow{i}");
        bench.Clock.Advance(TimeSpan.FromSeconds(5));
        await bench.Downloads.StartAsync(default);
        for (var i = 0; i < 4; i++)
            Assert.StartsWith("slow", await asked.Reader.ReadAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        places.Release();
        Assert.StartsWith("slow", await asked.Reader.ReadAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        await bench.StatusAsync(mailboxStage: null, token: "new", id: "new");
        Assert.False(asked.Reader.TryRead(out _));
        places.Release();
        Assert.Equal("new", await asked.Reader.ReadAsync(TestContext.Current.CancellationToken));
        await bench.Downloads.StopAsync(default);
    }

    [Fact]
    public async Task Redirects_pages_and_too_much_leave_nothing_behind()
    {
        await using var bench = await RecordingBench.OpenAsync();
        await bench.StatusAsync(mailboxStage: null);
        var row = (await bench.RowsAsync())[0];
        foreach (var answer in new Func<HttpResponseMessage>[]
                 {
                     () => new HttpResponseMessage(HttpStatusCode.Redirect) { Headers =
                         { Location = new Uri("https://elsewhere.example/") } },
                     () => RecordingBench.Audio("<html>please sign in</html>"u8.ToArray()),
                     () => RecordingBench.Audio([]),
                     () => RecordingBench.Audio([.. RecordingBench.Mp3, .. new byte[1024 * 1024]]),
                 })
        {
            bench.Media = _ => answer();
            var fetched = await bench.Fetcher.FetchAsync(row, default);
            Assert.Null(fetched.Format);
            Assert.EndsWith(".", fetched.Fault!, StringComparison.Ordinal);
        }

        Assert.Empty(Directory.EnumerateFiles(bench.Folder, "*", SearchOption.AllDirectories));
    }

    [Theory]
    [InlineData("https://media.cloudonix.io/a.mp3", true)]
    [InlineData("https://deep.media.cloudonix.net/a.mp3", true)]
    [InlineData("http://127.0.0.1:4711/recordings/a.mp3", true)]
    [InlineData("http://127.0.0.1:4712/recordings/a.mp3", false)]
    [InlineData("http://media.cloudonix.io/a.mp3", false)]
    [InlineData("https://media.cloudonix.io:8443/a.mp3", false)]
    [InlineData("https://cloudonix.io.evil.example/a.mp3", false)]
    [InlineData("https://evilcloudonix.io/a.mp3", false)]
    [InlineData("https://media.cloudonix.io@evil.example/a.mp3", false)]
    [InlineData("https://169.254.169.254/latest", false)]
    [InlineData("file:///etc/passwd", false)]
    [InlineData("https://pbx.example/sandbox/recordings/a.wav", false)]
    [InlineData("nonsense", false)]
    public async Task Audio_comes_from_known_hosts_only(string url, bool allowed)
    {
        await using var bench = await RecordingBench.OpenAsync();
        Assert.Equal(allowed, bench.Sources.Allow(url) is not null);
    }

    [Fact]
    public async Task What_lies_elsewhere_is_not_fetched_at_all()
    {
        await using var bench = await RecordingBench.OpenAsync();
        bench.Media = _ => throw new InvalidOperationException("This must not be fetched.");
        await bench.StatusAsync(mailboxStage: null);
        var row = (await bench.RowsAsync())[0];
        row.SourceUrl = "https://elsewhere.example/a.mp3";
        var fetched = await bench.Fetcher.FetchAsync(row, default);
        Assert.False(fetched.TryAgain);
        Assert.NotNull(fetched.Fault);
    }

    [Fact]
    public async Task Recordings_end_with_file_and_row_when_their_time_is_over()
    {
        await using var bench = await RecordingBench.OpenAsync();
        await bench.StatusAsync(mailboxStage: null);
        await bench.ReachMailboxAsync("call-2");
        await bench.StatusAsync(token: "call-2", id: "r2");
        await bench.FetchAsync();
        bench.Clock.Advance(TimeSpan.FromDays(364));
        await bench.CleanUp.RunAsync(default);
        Assert.Equal(2, (await bench.RowsAsync()).Count);

        bench.Clock.Advance(TimeSpan.FromDays(2));
        await bench.CleanUp.RunAsync(default);
        var left = Assert.Single(await bench.RowsAsync());
        Assert.Equal(RecordingKind.Message, left.Kind);
        Assert.Equal([bench.Files.PathOf(left, AudioFormat.Mp3)], Directory.EnumerateFiles(bench.Folder, "*", SearchOption.AllDirectories));
    }

    [Fact]
    public async Task What_a_deleted_phone_system_has_left_goes_with_it()
    {
        await using var bench = await RecordingBench.OpenAsync();
        await bench.ReachMailboxAsync();
        await bench.StatusAsync();
        await bench.FetchAsync();
        await using (var db = bench.Calls.Database.OpenUnrestricted()) await db.Pbxs.ExecuteDeleteAsync();

        await bench.CleanUp.RunAsync(default);
        Assert.Empty(await bench.RowsAsync());
        Assert.Empty(Directory.EnumerateFiles(bench.Folder, "*", SearchOption.AllDirectories));
        Assert.Empty(bench.Calls.Recordings.For(Histories.Pbx, "1001"));
    }

    [Fact]
    public async Task A_deleted_recording_says_so()
    {
        await using var bench = await RecordingBench.OpenAsync();
        await bench.StatusAsync(mailboxStage: null);
        await bench.FetchAsync();
        var id = (await bench.RowsAsync())[0].Id;

        var supervisor = RecordingBench.Owner with { Role = Role.Supervisor };
        Assert.Equal(FailureKind.Forbidden,
            (await bench.Editor.DeleteAsync(supervisor, Histories.Pbx, RecordingKind.Conversation, id, default)).Failure?.Kind);
        Assert.True((await bench.Editor.DeleteAsync(RecordingBench.Owner, Histories.Pbx, RecordingKind.Conversation, id, default)).Ok);
        Assert.Equal("This recording was deleted.",
            (await bench.Directory.OfCallAsync(RecordingBench.Owner, Histories.Pbx, RecordingKind.Conversation, Histories.Token,
                default)).Failure!.Message);
        Assert.Empty(Directory.EnumerateFiles(bench.Folder, "*", SearchOption.AllDirectories));
    }

    [Fact]
    public async Task Links_for_the_platform_open_their_own_recording_and_end()
    {
        await using var bench = await RecordingBench.OpenAsync();
        var id = Guid.NewGuid();
        var link = bench.Links.To(id);
        Assert.StartsWith("https://pbx.example/hooks/audio/", link, StringComparison.Ordinal);
        var token = link.Split('/')[^1];

        Assert.Equal(id, bench.Links.Open(token));
        Assert.Null(bench.Links.Open(token[..^2] + (token[^2] == 'A' ? "BA" : "AA")));
        Assert.Null(bench.Links.Open("x"));
        bench.Clock.Advance(TimeSpan.FromHours(2));
        Assert.Null(bench.Links.Open(token));
    }

    [Theory]
    [InlineData("49443304", true)]
    [InlineData("FFFB9064", true)]
    [InlineData("FFF38064", true)]
    [InlineData("FFF15080", false)]
    [InlineData("FFD8FFE0", false)]
    [InlineData("3C68746D", false)]
    [InlineData("", false)]
    public void Mp3_is_known_by_its_first_bytes(string head, bool known) =>
        Assert.Equal(known, AudioFormats.Detect(Convert.FromHexString(head)) == AudioFormat.Mp3);
}

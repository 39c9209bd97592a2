using Opbx.Core.Calls;
using Opbx.Core.Calls.Recordings;
using Opbx.Core.Permissions;

namespace Opbx.Tests.Calls.Recordings;

/// <summary>Messages in mailboxes: stored once, whoever tells of them, and for their owner.</summary>
public sealed class MessageTests
{
    private static readonly Actor Anna =
        new(Histories.Pbx, Role.User, "anna@acme.example", ActorSource.Portal, new OwnExtension(Histories.Pbx, "1001"));
    private static readonly Actor Ben = Anna with { Own = new(Histories.Pbx, "1002"), Name = "ben@acme.example" };
    private static readonly RecordingQuery Messages = new(RecordingKind.Message);

    [Theory]
    [InlineData("request")]
    [InlineData("status")]
    [InlineData("request status")]
    [InlineData("status request")]
    [InlineData("status request status")]
    public async Task A_message_is_stored_once_whoever_tells_of_it(string order)
    {
        await using var bench = await RecordingBench.OpenAsync();
        await bench.ReachMailboxAsync();
        foreach (var teller in order.Split(' '))
        {
            if (teller == "request") await bench.LeaveAsync();
            else await bench.StatusAsync();
        }

        var message = Assert.Single((await bench.Directory.ListAsync(Anna, Histories.Pbx, Messages, default)).Value!.Items);
        Assert.Equal(("1001", "+12025550143", 12), (message.Extension, message.From, message.Seconds));
        Assert.Single(bench.Calls.Outbox.Kept, "voicemail1");
        Assert.Equal("1001", (await bench.Calls.CallAsync()).VoicemailExtension);
    }

    [Fact]
    public async Task Hanging_up_at_the_greeting_leaves_no_message()
    {
        await using var bench = await RecordingBench.OpenAsync();
        await bench.ReachMailboxAsync();
        await bench.Calls.SendAsync(CallEventSource.Cdr,
            new { timestamp = 1772445620, session = new { token = Histories.Token }, disposition = "ANSWER", duration = 8 });
        Assert.Empty(await bench.RowsAsync());
        Assert.DoesNotContain("missed", bench.Calls.Outbox.Kept);

        bench.Clock.Advance(TimeSpan.FromSeconds(30));
        await new MailboxWaitJob(bench.Calls.Database, bench.Calls.Inbox, bench.Clock).RunAsync(default);
        Assert.Single(bench.Calls.Outbox.Kept, "missed");
        Assert.Single(bench.Calls.Outbox.Kept, "ended");
    }

    [Fact]
    public async Task A_person_sees_the_own_mailbox_only()
    {
        await using var bench = await RecordingBench.OpenAsync();
        await bench.ReachMailboxAsync();
        await bench.LeaveAsync();
        var id = (await bench.RowsAsync())[0].Id;

        Assert.Empty((await bench.Directory.ListAsync(Ben, Histories.Pbx, Messages, default)).Value!.Items);
        Assert.Equal(Core.Shared.FailureKind.NotFound,
            (await bench.Editor.DeleteAsync(Ben, Histories.Pbx, RecordingKind.Message, id, default)).Failure?.Kind);
        Assert.Equal(Core.Shared.FailureKind.Forbidden,
            (await bench.Directory.ListAsync(Anna with { Role = Role.Reporter }, Histories.Pbx, Messages, default)).Failure?.Kind);
        Assert.Single(
            (await bench.Directory.ListAsync(Ben with { Role = Role.Supervisor }, Histories.Pbx, Messages, default)).Value!.Items);
        Assert.Equal(Core.Shared.FailureKind.NotFound,
            (await bench.Directory.ListAsync(Anna with { OrganizationId = Guid.NewGuid() }, Histories.Pbx, Messages,
                default)).Failure?.Kind);
    }

    [Fact]
    public async Task Unheard_messages_are_counted_until_somebody_listens()
    {
        await using var bench = await RecordingBench.OpenAsync();
        await bench.ReachMailboxAsync();
        await bench.LeaveAsync();
        Assert.Equal((1, 1, 0),
            (bench.Calls.Recordings.Unheard(Histories.Pbx, "1001"), bench.Calls.Recordings.Unheard(Histories.Pbx, null),
                bench.Calls.Recordings.Unheard(Histories.Pbx, "1002")));

        var id = (await bench.RowsAsync())[0].Id;
        var heard = await bench.Editor.MarkAsync(Anna, Histories.Pbx, id, heard: true, default);
        Assert.NotNull(heard.Value!.HeardAt);
        Assert.Equal(0, bench.Calls.Recordings.Unheard(Histories.Pbx, "1001"));
    }

    [Fact]
    public async Task A_mailbox_moves_with_its_extension_and_nobody_inherits_it()
    {
        await using var bench = await RecordingBench.OpenAsync();
        var id = Guid.NewGuid();
        bench.Configure(("1001", id));
        await bench.ReachMailboxAsync();
        await bench.LeaveAsync();

        await bench.MoveAsync("1001", "1101");
        bench.Configure(("1101", id), ("1001", Guid.NewGuid()));
        Assert.Equal("1101", (await bench.RowsAsync())[0].Extension);
        Assert.Equal((1, 0),
            (bench.Calls.Recordings.Unheard(Histories.Pbx, "1101"), bench.Calls.Recordings.Unheard(Histories.Pbx, "1001")));
        await bench.StatusAsync();
        Assert.Equal("1101", (await bench.RowsAsync())[0].Extension);

        await bench.MoveAsync("1101", null);
        bench.Configure(("1001", Guid.NewGuid()));
        Assert.Null((await bench.RowsAsync())[0].Extension);
        Assert.Empty(bench.Calls.Recordings.For(Histories.Pbx, "1101"));
        Assert.Equal(Core.Shared.FailureKind.Forbidden,
            (await bench.Editor.DeleteAsync(Anna with { Role = Role.Supervisor, Own = null }, Histories.Pbx, RecordingKind.Message,
                (await bench.RowsAsync())[0].Id, default)).Failure?.Kind);
    }

    [Fact]
    public async Task Keys_mark_as_heard_and_delete()
    {
        await using var bench = await RecordingBench.OpenAsync();
        await bench.ReachMailboxAsync();
        await bench.LeaveAsync();
        var id = (await bench.RowsAsync())[0].Id;

        await bench.StageAsync(Histories.Stage(1, new Core.Routing.Trace.MailboxOpened("1001"), new Core.Routing.Trace.MessageHeard(id)),
            "another-call");
        Assert.NotNull((await bench.RowsAsync())[0].HeardAt);
        await bench.StageAsync(Histories.Stage(2, new Core.Routing.Trace.MessageDeleted(id)), "another-call");
        Assert.Equal(AudioState.Deleted, (await bench.RowsAsync())[0].State);
        Assert.Empty(bench.Calls.Recordings.For(Histories.Pbx, "1001"));
    }

    [Fact]
    public async Task A_deleted_message_is_not_brought_back_by_a_late_status()
    {
        await using var bench = await RecordingBench.OpenAsync();
        await bench.ReachMailboxAsync();
        await bench.LeaveAsync();
        await bench.FetchAsync();
        var row = (await bench.RowsAsync())[0];
        Assert.True(File.Exists(bench.Files.PathOf(row, AudioFormat.Mp3)));

        Assert.True((await bench.Editor.DeleteAsync(Anna, Histories.Pbx, RecordingKind.Message, row.Id, default)).Ok);
        await bench.StatusAsync();
        Assert.False(File.Exists(bench.Files.PathOf(row, AudioFormat.Mp3)));
        Assert.Empty((await bench.Directory.ListAsync(Anna, Histories.Pbx, Messages, default)).Value!.Items);
        Assert.Equal("This message was deleted.",
            (await bench.Directory.AudioAsync(Anna, Histories.Pbx, RecordingKind.Message, row.Id, default)).Failure!.Message);
    }
}

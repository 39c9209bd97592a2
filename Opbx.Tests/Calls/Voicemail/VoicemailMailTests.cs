using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Opbx.Core.Calls.Voicemail;
using Opbx.Core.Document;
using Opbx.Core.Document.Extensions;
using Opbx.Core.Mail;
using Opbx.Core.Shared;

namespace Opbx.Tests.Calls.Voicemail;

/// <summary>Owners of mailboxes get mail, once, also when the server is away for a while.</summary>
public sealed class VoicemailMailTests
{
    [Fact]
    public async Task A_new_message_is_mailed_with_its_audio_once()
    {
        await using var bench = await OpenAsync();
        var post = new PostBox();
        var job = Job(bench, post);
        await job.RunAsync(default);
        Assert.Empty(post.Sent);

        await bench.FetchAsync();
        await job.RunAsync(default);
        await job.RunAsync(default);
        var mail = Assert.Single(post.Sent);
        Assert.Equal(("anna@acme.example", "New message from +12025550143", "message.mp3"), (mail.To, mail.Subject, mail.Attachment!.Name));
        Assert.Contains("12 seconds", mail.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Mail_waits_for_the_audio_only_for_a_while()
    {
        await using var bench = await OpenAsync();
        var post = new PostBox();
        bench.Clock.Advance(TimeSpan.FromMinutes(11));
        await Job(bench, post).RunAsync(default);
        Assert.Null(Assert.Single(post.Sent).Attachment);
    }

    [Fact]
    public async Task A_server_that_is_away_is_tried_again()
    {
        await using var bench = await OpenAsync();
        await bench.FetchAsync();
        var post = new PostBox { IsAway = true };
        await Job(bench, post).RunAsync(default);
        post.IsAway = false;
        await Job(bench, post).RunAsync(default);
        Assert.Empty(post.Sent);
        bench.Clock.Advance(TimeSpan.FromMinutes(2));
        await Job(bench, post).RunAsync(default);
        Assert.Single(post.Sent);
    }

    [Fact]
    public async Task Without_a_server_nothing_is_kept_for_later()
    {
        await using var bench = await OpenAsync();
        await bench.FetchAsync();
        var post = new PostBox { IsConfigured = false };
        await Job(bench, post).RunAsync(default);
        post.IsConfigured = true;
        await Job(bench, post).RunAsync(default);
        Assert.Empty(post.Sent);
    }

    [Fact]
    public async Task Mail_goes_through_a_real_server()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var received = SmtpReceiver.OneAsync(listener);
        var options =
            new MailOptions {
                Host = "127.0.0.1", Port = ((IPEndPoint)listener.LocalEndpoint).Port, StartTls = false,
                From = "pbx@acme.example"
            };
        var sender = new SmtpSender(Options.Create(options), TimeProvider.System, NullLogger<SmtpSender>.Instance);

        Assert.True(await sender.SendAsync(new MailMessage("anna@acme.example", "Hello", "A message."), default));
        var text = await received;
        Assert.Contains("Subject: Hello", text, StringComparison.Ordinal);
        Assert.Contains("RCPT TO:<anna@acme.example>", text, StringComparison.Ordinal);
        listener.Stop();
        Assert.False(await sender.SendAsync(new MailMessage("anna@acme.example", "Hello", "A message."), default));
    }

    private static async Task<RecordingBench> OpenAsync()
    {
        var bench = await RecordingBench.OpenAsync();
        var document = Histories.Around.Document!
            with {
            Extensions =
                [new UserExtension { Number = "1001", Name = "Anna Bell",
                    Voicemail = new VoicemailSettings { Enabled = true, Email = "anna@acme.example" } }]
        };
        bench.Calls.Configuration.Replace(
            new PbxSnapshot(Histories.Pbx, Histories.Pbx, 2, document, new Dictionary<ObjectRef, ObjectInfo>()));
        await bench.ReachMailboxAsync();
        await bench.StatusAsync();
        return bench;
    }

    private static VoicemailMailJob Job(RecordingBench bench, PostBox post) =>
        new(bench.Calls.Database,
            new VoicemailMail(bench.Calls.Configuration, bench.Files,
                new PublicAddress(Options.Create(new PortalOptions { PublicUrl = "https://pbx.example" }))), post, bench.Clock);
}

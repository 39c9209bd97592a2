using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using Opbx.Core.Mail;

namespace Opbx.Tests.Mail;

/// <summary>Mail on the wire, with a server that is really there.</summary>
public sealed class SmtpSenderTests : IDisposable
{
    private static readonly MailMessage Hello = new("anna@acme.example", "Hello", "A message.");
    private readonly TcpListener _server = new(IPAddress.Loopback, 0);
    private readonly FakeTimeProvider _clock = new();
    private readonly Lines _log = new();

    public SmtpSenderTests() => _server.Start();

    private int Port => ((IPEndPoint)_server.LocalEndpoint).Port;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Mail_is_encrypted_by_STARTTLS_or_from_the_start(bool implicitTls)
    {
        using var certificate = SmtpReceiver.Certificate("127.0.0.1");
        var receiving = SmtpReceiver.OneAsync(_server, certificate, implicitTls);

        Assert.True(await Sender(startTls: true, certificate, implicitTls ? Port : 0).SendAsync(Hello, Cancel), _log.Text);
        var said = await receiving;
        Assert.Equal(!implicitTls, said.Contains("STARTTLS", StringComparison.Ordinal));
        Assert.Contains("Subject: Hello", said, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("127.0.0.1", false, "comes from an issuer that this machine does not trust")]
    [InlineData("127.0.0.1", true, "comes from an issuer that this machine does not trust")]
    [InlineData("127.0.0.2", false, "is not made out to 127.0.0.1")]
    public async Task A_bad_certificate_is_refused_with_a_sentence(string address, bool implicitTls, string sentence)
    {
        using var certificate = SmtpReceiver.Certificate(address);
        var receiving = SmtpReceiver.OneAsync(_server, certificate, implicitTls);

        Assert.False(await Sender(startTls: true, implicitPort: implicitTls ? Port : 0).SendAsync(Hello, Cancel));
        Assert.DoesNotContain("anna", await receiving, StringComparison.Ordinal);
        Assert.Equal($"A mail could not be sent; it is tried again. The certificate of the mail server {sentence}.", _log.Text);
    }

    [Fact]
    public async Task Nothing_is_sent_in_the_clear_to_a_server_without_STARTTLS()
    {
        var receiving = SmtpReceiver.OneAsync(_server);

        Assert.False(await Sender(startTls: true).SendAsync(Hello, Cancel));
        Assert.DoesNotContain("anna", await receiving, StringComparison.Ordinal);
        Assert.Contains("does not offer what Mail__StartTls", _log.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_server_that_never_greets_is_given_up_after_a_minute()
    {
        var sending = Sender(startTls: false).SendAsync(Hello, Cancel);
        using var silent = await _server.AcceptTcpClientAsync(Cancel);
        Assert.False(sending.IsCompleted);
        _clock.Advance(TimeSpan.FromSeconds(61));

        Assert.False(await sending);
        Assert.Equal("A mail could not be sent; it is tried again. The mail server did not answer within 60 seconds.", _log.Text);
    }

    [Fact]
    public async Task Line_breaks_make_no_header_and_no_further_receiver()
    {
        var receiving = SmtpReceiver.OneAsync(_server);
        using var folder = new TempFolder();
        var file = Path.Combine(folder.Path, "sound");
        await File.WriteAllTextAsync(file, "sound", Cancel);
        var mail = Hello
            with { Subject = "Hello\r\nBcc: eve@acme.example", Attachment = new MailAttachment(file, "a\r\nX-Eve: 1.mp3", "audio/mpeg") };

        Assert.True(await Sender(startTls: false).SendAsync(mail, Cancel), _log.Text);
        var lines = (await receiving).Split('\n', StringSplitOptions.TrimEntries);
        Assert.Contains("Subject: Hello  Bcc: eve@acme.example", lines);
        Assert.Single(lines, line => line.StartsWith("RCPT TO", StringComparison.Ordinal));
        Assert.DoesNotContain(lines, line => line.StartsWith("Bcc", StringComparison.OrdinalIgnoreCase)
            || line.StartsWith("X-Eve", StringComparison.Ordinal));

        Assert.False(await Sender(startTls: false)
            .SendAsync(Hello with { To = "anna@acme.example>\r\nRCPT TO:<eve@acme.example" }, Cancel));
        Assert.EndsWith("An address of it is not one.", _log.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_server_that_is_away_is_told()
    {
        var sender = Sender(startTls: false);
        _server.Stop();
        Assert.False(await sender.SendAsync(Hello, Cancel));
        Assert.EndsWith("The mail server cannot be reached (ConnectionRefused).", _log.Text, StringComparison.Ordinal);
    }

    public void Dispose() => _server.Dispose();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private SmtpSender Sender(bool startTls, X509Certificate2? pinned = null, int implicitPort = 465) =>
        new(Options.Create(new MailOptions { Host = "127.0.0.1", Port = Port, StartTls = startTls, From = "pbx@acme.example" }), _clock,
            _log) { Pinned = pinned, ImplicitTlsPort = implicitPort };

    private sealed class Lines : ILogger<SmtpSender>
    {
        public string Text { get; private set; } = "";

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception,
            Func<TState, Exception?, string> formatter) =>
            Text += formatter(state, exception) + exception;
    }
}

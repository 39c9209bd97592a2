using System.Net.Security;
using System.Security.Cryptography.X509Certificates;
using MailKit.Net.Smtp;
using MailKit.Security;
using Microsoft.Extensions.Options;

namespace Opbx.Core.Mail;

/// <summary>Sends mail through the configured server.</summary>
internal sealed class SmtpSender(IOptions<MailOptions> options, TimeProvider time, ILogger<SmtpSender> log) : IMailSender
{
    /// <summary>Limit for one mail, from connecting to the server's acceptance.</summary>
    internal static readonly TimeSpan Timeout = TimeSpan.FromSeconds(60);

    public bool IsConfigured => options.Value.Host.Length > 0;

    /// <summary>The port with implicit TLS (RFC 8314); different in tests.</summary>
    internal int ImplicitTlsPort { get; init; } = 465;

    /// <summary>A certificate accepted although it is not trusted; only in tests.</summary>
    internal X509Certificate2? Pinned { get; init; }

    public async Task<bool> SendAsync(MailMessage mail, CancellationToken cancel)
    {
        using var timeout = new CancellationTokenSource(Timeout, time);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, cancel);
        string? fault = null;
        try
        {
            using var message = await MimeMessages.ComposeAsync(options.Value.From, mail, both.Token);
            using var client = new SmtpClient();
            // If only the mail server is reachable, the issuer cannot be asked and no mail would be sent at all.
            client.CheckCertificateRevocation = false;
            client.ServerCertificateValidationCallback = (_, certificate, chain, errors) =>
            {
                if (errors == SslPolicyErrors.None || Pinned?.Equals(certificate) == true) return true;
                fault = MailFaults.OfCertificate(options.Value.Host, chain, errors);
                return false;
            };
            await ConnectAsync(client, both.Token);
            await client.SendAsync(message, both.Token);
            await client.DisconnectAsync(quit: true, both.Token);
            return true;
        }
        catch (Exception e) when (!IsOurs(e, cancel) && (fault ?? MailFaults.Describe(e)) is { } reason)
        {
            MailLog.NotSent(log, reason);
            return false;
        }
    }

    /// <summary>Whether the portal itself gave up because it is stopping.</summary>
    private static bool IsOurs(Exception e, CancellationToken cancel) => e is OperationCanceledException && cancel.IsCancellationRequested;

    private async Task ConnectAsync(SmtpClient client, CancellationToken cancel)
    {
        var server = options.Value;
        var encryption = server.Port == ImplicitTlsPort ? SecureSocketOptions.SslOnConnect
            : server.StartTls ? SecureSocketOptions.StartTls
            : SecureSocketOptions.None;
        await client.ConnectAsync(server.Host, server.Port, encryption, cancel);
        if (server.UserName.Length > 0) await client.AuthenticateAsync(server.UserName, server.Password, cancel);
    }
}

internal static partial class MailLog
{
    [LoggerMessage(Level = LogLevel.Warning, Message = "A mail could not be sent; it is tried again. {Reason}")]
    public static partial void NotSent(ILogger log, string reason);
}

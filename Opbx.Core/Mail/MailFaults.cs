using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;
using MailKit;
using MailKit.Net.Smtp;
using MailKit.Security;

namespace Opbx.Core.Mail;

/// <summary>Why a mail could not be sent, as sentences for the operator.</summary>
internal static class MailFaults
{
    /// <summary>What is wrong with the server's certificate.</summary>
    public static string OfCertificate(string host, X509Chain? chain, SslPolicyErrors errors) =>
        errors.HasFlag(SslPolicyErrors.RemoteCertificateNotAvailable) ? "The mail server shows no certificate."
        : errors.HasFlag(SslPolicyErrors.RemoteCertificateNameMismatch) ? $"The certificate of the mail server is not made out to {host}."
        : chain?.ChainStatus.Any(s => s.Status.HasFlag(X509ChainStatusFlags.NotTimeValid)) == true
            ? "The certificate of the mail server has expired or is not valid yet."
        : "The certificate of the mail server comes from an issuer that this machine does not trust.";

    /// <summary>Null when the exception is not one caused by mail servers or mails.</summary>
    public static string? Describe(Exception fault) => fault switch {
        OperationCanceledException => $"The mail server did not answer within {SmtpSender.Timeout.TotalSeconds:0} seconds.",
        SslHandshakeException =>
            "The mail server did not agree on an encrypted connection. Port 465 is encrypted from the start, every other port by STARTTLS.",
        AuthenticationException => "The mail server does not accept Mail__UserName and Mail__Password.",
        NotSupportedException => "The mail server does not offer what Mail__StartTls or Mail__UserName asks for.",
        SmtpCommandException refusal => $"The mail server refused it: {(int)refusal.StatusCode} {MailText.OneLine(refusal.Message)}",
        SocketException network => $"The mail server cannot be reached ({network.SocketErrorCode}).",
        FileNotFoundException or DirectoryNotFoundException => "The file that goes with it is gone.",
        FormatException => "An address of it is not one.",
        IOException or ProtocolException or ServiceNotConnectedException => "The mail server ended the connection.",
        _ => null,
    };
}

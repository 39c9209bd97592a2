using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;

namespace Opbx.Core.Integrations.Delivery;

/// <summary>Maps network exceptions to outcomes.</summary>
internal static class FailureOutcome
{
    /// <summary>The outcome that our own code set on the way, if any.</summary>
    public static Outcome? Find(Exception? e)
    {
        for (; e is not null; e = e.InnerException)
            if (e is AttemptException attempt) return attempt.Outcome;
        return null;
    }

    public static Outcome From(Exception e) => e switch {
        OperationCanceledException => Outcome.ConnectTimeout,
        HttpRequestException { HttpRequestError: HttpRequestError.SecureConnectionError } => Outcome.TlsUntrusted,
        HttpRequestException { HttpRequestError: HttpRequestError.NameResolutionError } => Outcome.Dns,
        HttpRequestException { HttpRequestError: HttpRequestError.ConfigurationLimitExceeded } => Outcome.TooLarge,
        HttpRequestException { HttpRequestError: HttpRequestError.InvalidResponse } => Outcome.Http5xx,
        HttpRequestException { InnerException: SocketException socket } => From(socket.SocketErrorCode),
        UriFormatException or NotSupportedException => Outcome.BadUrl,
        _ => Outcome.ConnectionLost,
    };

    private static Outcome From(SocketError error) => error switch {
        SocketError.ConnectionRefused => Outcome.ConnectRefused,
        SocketError.HostNotFound or SocketError.NoData or SocketError.TryAgain => Outcome.Dns,
        SocketError.TimedOut or SocketError.HostUnreachable or SocketError.NetworkUnreachable => Outcome.ConnectTimeout,
        _ => Outcome.ConnectionLost,
    };
}

/// <summary>Accepts only valid certificates and reports what is wrong with others.</summary>
internal static class TlsJudge
{
    public static bool Judge(object sender, X509Certificate? certificate, X509Chain? chain, SslPolicyErrors errors)
    {
        if (errors == SslPolicyErrors.None) return true;
        if (chain is not null && chain.ChainStatus.Any(s => s.Status.HasFlag(X509ChainStatusFlags.NotTimeValid)))
            throw new AttemptException(Outcome.TlsExpired);
        throw new AttemptException(errors == SslPolicyErrors.RemoteCertificateNameMismatch ? Outcome.TlsName : Outcome.TlsUntrusted);
    }
}

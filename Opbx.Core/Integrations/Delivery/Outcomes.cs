namespace Opbx.Core.Integrations.Delivery;

/// <summary>What outcomes mean to people and to the retry schedule.</summary>
public static class Outcomes
{
    public static string Sentence(Outcome outcome) => outcome switch {
        Outcome.Ok => "The receiver took it.",
        Outcome.Http4xx =>
            "The receiver refused it. Check the address, the authentication and what the receiver expects; a test URL may only listen " +
                "while its editor is open.",
        Outcome.Http5xx => "The receiver had a fault. It will be tried again.",
        Outcome.Redirect => "The receiver answered with another address. Redirects are not followed: enter the new address.",
        Outcome.Gone => "The receiver says that it is gone for good (410). The integration was switched off.",
        Outcome.Throttled => "The receiver asked to wait. It will be tried again.",
        Outcome.Dns => "The host's name could not be resolved. Check the address.",
        Outcome.ConnectRefused => "Nothing accepts connections there. Check that the receiver runs and the port is right.",
        Outcome.ConnectTimeout => "No connection was made within the time. Check the address and firewalls.",
        Outcome.ConnectionLost => "The connection broke before the answer was complete.",
        Outcome.TlsName => "The receiver's certificate is for another name.",
        Outcome.TlsExpired => "The receiver's certificate has expired.",
        Outcome.TlsUntrusted => "The receiver's certificate is not trusted, or no secure connection could be agreed on.",
        Outcome.TimeoutHeaders => "The receiver did not answer within the time. It should answer first and work afterwards.",
        Outcome.TimeoutBody => "The receiver's answer did not end within the time.",
        Outcome.TooLarge => "The receiver's answer is larger than 64 KB; only its beginning was read.",
        Outcome.BlockedAddress => "The address is not public. The operator of this installation can allow private networks.",
        Outcome.BadUrl => "The address cannot be used.",
        Outcome.Cancelled => "It was ended before an answer came.",
        Outcome.Expired => "The event was older than this integration wants to hear of.",
        Outcome.Shed => "Too much was waiting already, so this was not sent. Send what was missed when the receivers work again.",
        Outcome.RenderError => "The request could not be made from the integration's settings. Check its values and secrets.",
    };

    /// <summary>Whether another attempt is pointless.</summary>
    public static bool IsFinal(Outcome outcome) =>
        outcome is Outcome.Ok or Outcome.Gone or Outcome.BlockedAddress or Outcome.BadUrl or Outcome.RenderError or Outcome.Expired
            or Outcome.Shed;

    /// <summary>Whether it says something about the receiver: not what we refused ourselves, and not a request to wait.</summary>
    public static bool ConcernsReceiver(Outcome outcome) =>
        outcome is not (Outcome.Throttled or Outcome.BlockedAddress or Outcome.BadUrl or Outcome.RenderError or Outcome.Expired
            or Outcome.Cancelled or Outcome.Gone or Outcome.Shed);

    /// <summary>Whether no receiver was reached at all, which may be our own fault.</summary>
    public static bool IsOfNetwork(Outcome outcome) => outcome is Outcome.Dns or Outcome.ConnectRefused or Outcome.ConnectTimeout;

    public static Outcome OfStatus(int status) => status switch {
        >= 200 and <= 299 => Outcome.Ok,
        >= 300 and <= 399 => Outcome.Redirect,
        410 => Outcome.Gone,
        429 => Outcome.Throttled,
        >= 400 and <= 499 => Outcome.Http4xx,
        _ => Outcome.Http5xx,
    };
}

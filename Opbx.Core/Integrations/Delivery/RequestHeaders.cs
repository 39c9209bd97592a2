using System.Text;
using Opbx.Core.Document.Integrations;

namespace Opbx.Core.Integrations.Delivery;

/// <summary>The headers of a request: signature, authentication and those of the integration.</summary>
internal static class RequestHeaders
{
    private const string Masked = "***";

    public static IEnumerable<RequestHeader> For(Integration integration, IntegrationSecrets secrets, EventFacts happened,
        DateTimeOffset now, byte[] signed)
    {
        if (secrets.Signing.Count == 0 || !secrets.Signing.All(SigningSecret.IsValid))
            throw new RenderException("The signing secret is missing or damaged. Make a new one.");
        var timestamp = now.ToUnixTimeSeconds();
        yield return new RequestHeader("User-Agent", "OPBX-Webhooks/1.0");
        yield return new RequestHeader("webhook-id", happened.Id);
        yield return new RequestHeader("webhook-timestamp", timestamp.ToString(CultureInfo.InvariantCulture));
        yield return new RequestHeader("webhook-signature", WebhookSignature.Sign(secrets.Signing, happened.Id, timestamp, signed));
        foreach (var mark in Marks(happened)) yield return mark;
        if (Authorization(integration.Auth, secrets) is { } authorization) yield return authorization;
        foreach (var header in integration.Headers) yield return Custom(header, secrets);
    }

    /// <summary>Everything that must not appear in the log.</summary>
    public static IReadOnlyList<string> SecretTexts(Integration integration, IntegrationSecrets secrets)
    {
        var texts = new List<string?> { secrets.Password, secrets.Token };
        if (integration.Auth.Type == WebhookAuthType.Basic) texts.Add(BasicText(integration.Auth, secrets));
        texts.AddRange(secrets.Headers.Values);
        texts.AddRange(secrets.Signing);
        return [.. texts.OfType<string>().Where(t => t.Length > 0).Distinct(StringComparer.Ordinal).OrderByDescending(t => t.Length)];
    }

    private static IEnumerable<RequestHeader> Marks(EventFacts happened)
    {
        if (happened.Sequence is { } sequence)
            yield return new RequestHeader("opbx-sequence", sequence.ToString(CultureInfo.InvariantCulture));
        if (happened.AfterGap) yield return new RequestHeader("opbx-after-gap", "true");
        switch (happened.Kind)
        {
            case DeliveryKind.Live:
                break;
            case DeliveryKind.Resend:
                yield return new RequestHeader("opbx-resend", "1");
                break;
            case DeliveryKind.Backfill:
                yield return new RequestHeader("opbx-backfill", "true");
                break;
            case DeliveryKind.Test:
                yield return new RequestHeader("opbx-test", "true");
                break;
        }
    }

    private static RequestHeader? Authorization(WebhookAuth auth, IntegrationSecrets secrets) => auth.Type switch {
        WebhookAuthType.None => null,
        WebhookAuthType.Basic when secrets.Password is null => throw new RenderException("The password is missing. Enter it again."),
        WebhookAuthType.Basic => new RequestHeader("Authorization", "Basic " + BasicText(auth, secrets), "Basic " + Masked),
        WebhookAuthType.Token when string.IsNullOrEmpty(secrets.Token) =>
            throw new RenderException("The token is missing. Enter it again."),
        WebhookAuthType.Token => new RequestHeader("Authorization", "Bearer " + secrets.Token, "Bearer " + Masked),
    };

    private static RequestHeader Custom(WebhookHeader header, IntegrationSecrets secrets)
    {
        if (!header.Secret) return new RequestHeader(header.Name, header.Value ?? "");
        var value = secrets.Headers.FirstOrDefault(h => string.Equals(h.Key, header.Name, StringComparison.OrdinalIgnoreCase)).Value;
        return value is null ? throw new RenderException($"The value of the header {header.Name} is missing. Enter it again.")
            : new RequestHeader(header.Name, value, Masked);
    }

    private static string BasicText(WebhookAuth auth, IntegrationSecrets secrets) =>
        Convert.ToBase64String(Encoding.UTF8.GetBytes($"{auth.Username}:{secrets.Password}"));
}

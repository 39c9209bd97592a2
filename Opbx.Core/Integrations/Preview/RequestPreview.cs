using Opbx.Core.Document.Integrations;
using Opbx.Core.Integrations.Delivery;

namespace Opbx.Core.Integrations.Preview;

/// <summary>Shows the request of an integration being edited: built by the real renderer, with secrets masked.</summary>
internal static class RequestPreview
{
    /// <summary>Placeholder until a URL is entered.</summary>
    public const string Anywhere = "https://your-server.example/";

    /// <summary>Used to sign until the integration has a secret of its own.</summary>
    private static readonly string NotYet = SigningSecret.Create();

    /// <summary>What would be sent now.</summary>
    /// <param name="draft">As entered on the form, with the secrets typed there.</param>
    /// <param name="stored">The stored secrets that would go to this receiver; null for a new integration.</param>
    public static PreviewedRequest For(Integration draft, IntegrationSecrets? stored, EventFacts happened, DateTimeOffset now)
    {
        var named = string.IsNullOrWhiteSpace(draft.Url) ? draft with { Url = Anywhere } : draft with { Url = draft.Url.Trim() };
        if (!Uri.TryCreate(named.Url, UriKind.Absolute, out var url) || url.Scheme is not ("http" or "https"))
            return new PreviewedRequest(null, 0, "An address begins with https:// or http:// and names a host.");
        try
        {
            var request = WebhookRenderer.Render(named, Secrets(draft, stored), happened, now);
            return new PreviewedRequest(MaskedRequest.From(request), request.Body?.Length ?? 0, null);
        }
        catch (RenderException e)
        {
            return new PreviewedRequest(null, 0, e.Message);
        }
    }

    /// <summary>The secrets typed on the form, and the stored ones where nothing was typed.</summary>
    internal static IntegrationSecrets Secrets(Integration draft, IntegrationSecrets? stored)
    {
        var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var header in draft.Headers.Where(h => h.Secret))
            if ((Typed(header.Value) ?? stored?.Headers.GetValueOrDefault(header.Name)) is { Length: > 0 } value)
                headers[header.Name] = value;
        return new IntegrationSecrets(stored?.Signing is { Count: > 0 } signing ? signing : [NotYet], Typed(draft.Auth.Password)
            ?? (stored is null ? "" : stored.Password), Typed(draft.Auth.Token) ?? stored?.Token, headers);
    }

    private static string? Typed(string? text) => string.IsNullOrEmpty(text) ? null : text;
}

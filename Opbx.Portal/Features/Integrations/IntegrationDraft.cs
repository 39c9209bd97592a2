using Opbx.Core.Document.Integrations;

namespace Opbx.Portal.Features.Integrations;

internal static class IntegrationDraft
{
    public static Integration New(bool account) => new() { Trigger = [account ? Trigger.UserCreated : Trigger.InboundCallReceived] };

    /// <summary>Copies everything but secrets.</summary>
    public static Integration Copy(Integration original) =>
        original with { Name = $"Copy of {original.Name}", Secret = null, Auth = original.Auth with { Password = null, Token = null } };

    /// <summary>Removes values that other selections on the form made meaningless.</summary>
    public static Integration Tidy(Integration value) => value with {
        Name = value.Name.Trim(),
        Url = value.Url.Trim(),
        Auth = value.Auth.Type switch {
            WebhookAuthType.None => new WebhookAuth(),
            WebhookAuthType.Basic => value.Auth with { Token = null },
            WebhookAuthType.Token => value.Auth with { Username = null, Password = null },
        },
        Filter = value.Filter is { Numbers.Count: 0, Extensions.Count: 0, Groups.Count: 0, Menus.Count: 0, Direction: null } ? null
            : value.Filter,
    };

    /// <summary>Whether stored passwords, tokens and header values are lost because the URL leads to another receiver.</summary>
    public static bool LosesSecrets(SavedObject? saved, Integration value) =>
        saved?.Object is Integration old && (old.Auth.Type != WebhookAuthType.None || old.Headers.Any(h => h.Secret))
            && !IntegrationRules.SameReceiver(old.Url, value.Url);
}

using Opbx.Core.Configuration;
using Opbx.Core.Document;
using Opbx.Core.Document.Integrations;
using Opbx.Core.Integrations.Account;
using Opbx.Core.Integrations.Delivery;
using Opbx.Core.Permissions;

namespace Opbx.Core.Integrations;

/// <summary>Replaces the signing secret of an integration; the old one keeps signing for a while, so the receiver can switch.</summary>
public sealed class SigningSecretRotation(ConfigurationEditor editor, AccountIntegrationEditor accounts, IntegrationLookup integrations,
    ObjectSecrets secrets, TimeProvider clock)
{
    public static readonly TimeSpan Longest = TimeSpan.FromDays(7);

    /// <summary>Returns when the old secret ends.</summary>
    /// <param name="pbxId">Null for account-level integrations.</param>
    /// <param name="overlap">How long both sign; zero when the old secret has leaked.</param>
    public async Task<Result<RotatedSecret>> RotateAsync(Actor actor, Guid? pbxId, string name, TimeSpan overlap, CancellationToken cancel)
    {
        if (!actor.May(Permission.EditIntegrations)) return Failure.Forbidden();
        if (integrations.Find(actor, pbxId, name) is not { } found) return Failure.NotFound($"The integration \"{name}\"");
        if (overlap < TimeSpan.Zero || overlap > Longest)
        {
            var errors = new FieldErrors();
            errors.Add("/overlapHours", "The old secret goes on for 0 to 168 hours.");
            return Failure.Invalid(errors);
        }
        var rotated = found.Definition with { Secret = SigningSecret.Create() };
        var saved = pbxId is { } pbx
            ? await editor.ReplaceAsync(actor, pbx, ObjectKind.Integrations, name, rotated, null, cancel)
            : await accounts.ReplaceAsync(actor, name, rotated, null, cancel);
        if (!saved.Ok) return saved.Failure;
        var until = clock.GetUtcNow() + overlap;
        await secrets.WriteAsync(actor, found.Id, SecretMembers.PreviousSigningSecretUntil, until.ToUnixTimeMilliseconds()
            .ToString(CultureInfo.InvariantCulture), cancel);
        return new RotatedSecret(until);
    }

    /// <summary>When the previous secret ends; null when only one signs.</summary>
    public DateTimeOffset? PreviousUntil(Guid integration)
    {
        if (!secrets.For(integration).TryGetValue(SecretMembers.PreviousSigningSecretUntil, out var text)) return null;
        var until = DateTimeOffset.FromUnixTimeMilliseconds(long.Parse(text, CultureInfo.InvariantCulture));
        return until > clock.GetUtcNow() ? until : null;
    }
}

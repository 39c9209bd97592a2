using Microsoft.AspNetCore.Identity;
using Opbx.Core.Users;
using Opbx.Core.Users.Passkeys;

namespace Opbx.Portal.Security;

/// <summary>Converts passkeys between Identity's type and our rows.</summary>
internal static class PasskeyRows
{
    public static UserPasskeyInfo Info(Passkey row) =>
        new(row.CredentialId, row.PublicKey, row.CreatedAt, (uint)row.SignCount, row.Transports?.Split(','), row.IsUserVerified,
            row.IsBackupEligible, row.IsBackedUp, row.AttestationObject, row.ClientDataJson) { Name = row.Name };

    public static Passkey Row(User user, UserPasskeyInfo info, string name, DateTimeOffset now) => new() {
        Id = Guid.CreateVersion7(now),
        OrganizationId = user.OrganizationId,
        UserId = user.Id,
        Name = name.Trim(),
        CredentialId = info.CredentialId,
        PublicKey = info.PublicKey,
        SignCount = info.SignCount,
        Transports = info.Transports is { Length: > 0 } ways && string.Join(',', ways) is { Length: <= 100 } text ? text : null,
        IsUserVerified = info.IsUserVerified,
        IsBackupEligible = info.IsBackupEligible,
        IsBackedUp = info.IsBackedUp,
        AttestationObject = info.AttestationObject,
        ClientDataJson = info.ClientDataJson,
        CreatedAt = now,
    };
}

namespace Opbx.Core.Users.Passkeys;

/// <summary>A passkey as shown in lists.</summary>
/// <param name="UsedAt">When someone last signed in with it.</param>
public sealed record PasskeyItem(Guid Id, string Name, DateTimeOffset CreatedAt, DateTimeOffset? UsedAt);

namespace Opbx.Core.Users.Passkeys;

/// <summary>A passkey as lists show it.</summary>
/// <param name="UsedAt">When somebody last signed in with it.</param>
public sealed record PasskeyItem(Guid Id, string Name, DateTimeOffset CreatedAt, DateTimeOffset? UsedAt);

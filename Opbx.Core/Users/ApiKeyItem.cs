using Opbx.Core.Permissions;

namespace Opbx.Core.Users;

/// <summary>An API key as shown in lists.</summary>
/// <param name="ExpiresAt">Null when it never expires.</param>
/// <param name="LastUsedAt">To the minute.</param>
public sealed record ApiKeyItem(Guid Id, string Name, Role Role, DateTimeOffset CreatedAt, DateTimeOffset? ExpiresAt,
    DateTimeOffset? LastUsedAt);

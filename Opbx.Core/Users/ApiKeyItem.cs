using Opbx.Core.Permissions;

namespace Opbx.Core.Users;

/// <summary>An API key as lists show it.</summary>
/// <param name="ExpiresAt">When it stops working by itself.</param>
/// <param name="LastUsedAt">When it was last used, to the minute.</param>
public sealed record ApiKeyItem(Guid Id, string Name, Role Role, DateTimeOffset CreatedAt, DateTimeOffset? ExpiresAt,
    DateTimeOffset? LastUsedAt);

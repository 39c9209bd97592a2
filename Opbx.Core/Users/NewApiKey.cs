namespace Opbx.Core.Users;

/// <param name="Item">The key as lists show it.</param>
/// <param name="Key">Its text; the only time it is shown.</param>
public sealed record NewApiKey(ApiKeyItem Item, string Key);

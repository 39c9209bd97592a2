namespace Opbx.Core.Users;

/// <param name="Key">Its text; the only time it is shown.</param>
public sealed record NewApiKey(ApiKeyItem Item, string Key);

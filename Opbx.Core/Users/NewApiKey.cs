namespace Opbx.Core.Users;

/// <param name="Key">The key itself; shown only once.</param>
public sealed record NewApiKey(ApiKeyItem Item, string Key);

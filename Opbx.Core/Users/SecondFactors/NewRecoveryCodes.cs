namespace Opbx.Core.Users.SecondFactors;

/// <summary>Recovery codes that were just made.</summary>
/// <param name="Codes">The codes; the only time they are shown.</param>
public sealed record NewRecoveryCodes(IReadOnlyList<string> Codes);

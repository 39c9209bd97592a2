namespace Opbx.Core.Users.SecondFactors;

/// <param name="Codes">Shown only once.</param>
public sealed record NewRecoveryCodes(IReadOnlyList<string> Codes);

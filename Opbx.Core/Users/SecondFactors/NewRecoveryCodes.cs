namespace Opbx.Core.Users.SecondFactors;

/// <summary>New recovery codes.</summary>
/// <param name="Codes">Shown only once.</param>
public sealed record NewRecoveryCodes(IReadOnlyList<string> Codes);

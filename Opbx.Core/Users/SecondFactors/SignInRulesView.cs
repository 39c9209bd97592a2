using Opbx.Core.Persistence.Tenancy;

namespace Opbx.Core.Users.SecondFactors;

/// <summary>An organization's rules for signing in.</summary>
/// <param name="SecondFactor">Who must have a second factor.</param>
/// <param name="Without">Names of people who must have one but do not yet.</param>
public sealed record SignInRulesView(SecondFactorRule SecondFactor, DateTimeOffset? Since, IReadOnlyList<string> Without);

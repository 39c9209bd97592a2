using Opbx.Core.Persistence.Tenancy;

namespace Opbx.Core.Users.SecondFactors;

/// <summary>How an organization wants its people to sign in.</summary>
/// <param name="SecondFactor">Who must have a second factor.</param>
/// <param name="Without">The names of those who must and have none yet.</param>
public sealed record SignInRulesView(SecondFactorRule SecondFactor, DateTimeOffset? Since, IReadOnlyList<string> Without);

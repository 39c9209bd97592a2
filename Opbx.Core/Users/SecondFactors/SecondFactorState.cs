namespace Opbx.Core.Users.SecondFactors;

/// <param name="Since">When it was enabled; null while it is disabled.</param>
/// <param name="CodesLeft">Unused recovery codes.</param>
public sealed record SecondFactorState(DateTimeOffset? Since, int CodesLeft)
{
    /// <summary>Whether signing in requires a code.</summary>
    public bool IsOn => Since is not null;

    /// <summary>Whether it is time to create new recovery codes.</summary>
    public bool IsShort => IsOn && CodesLeft <= RecoveryCode.Few;
}

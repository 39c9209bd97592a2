namespace Opbx.Core.Users.SecondFactors;

/// <summary>The second factor of a person.</summary>
/// <param name="Since">When it was switched on; null while it is off.</param>
/// <param name="CodesLeft">Recovery codes that were not used.</param>
public sealed record SecondFactorState(DateTimeOffset? Since, int CodesLeft)
{
    /// <summary>Whether signing in asks for a code.</summary>
    public bool IsOn => Since is not null;

    /// <summary>Whether it is time to make new recovery codes.</summary>
    public bool IsShort => IsOn && CodesLeft <= RecoveryCode.Few;
}

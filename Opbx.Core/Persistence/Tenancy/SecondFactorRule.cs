namespace Opbx.Core.Persistence.Tenancy;

/// <summary>Who must have a second factor; Owners must whenever anybody must.</summary>
public enum SecondFactorRule
{
    Nobody,
    OwnersAndAdmins,
    Everybody,
}

namespace Opbx.Core.Persistence.Tenancy;

/// <summary>Who must have a second factor. Owners must as soon as anybody must.</summary>
public enum SecondFactorRule
{
    /// <summary>Nobody must.</summary>
    Nobody,

    /// <summary>Owners and administrators.</summary>
    OwnersAndAdmins,

    /// <summary>Everybody.</summary>
    Everybody,
}

using Opbx.Core.Users;

namespace Opbx.Core.Organizations;

/// <summary>What the first person enters.</summary>
/// <param name="Password">Null invites the owner to choose one, which is not allowed for the set-up in the browser.</param>
/// <param name="TimeZone">IANA time zone of the organization and its first PBX.</param>
/// <param name="Country">ISO 3166 two-letter code of the country whose number format people dial.</param>
/// <param name="PbxName">Name of the first PBX; null uses the organization's.</param>
public sealed record SetupInput(string? Organization, string? OwnerName, string? OwnerEmail, string? Password, string? TimeZone,
    string? Country = "US", string? PbxName = null)
{
    /// <summary>Errors by member: <c>/organization</c>, <c>/ownerEmail</c> and so on.</summary>
    public FieldErrors Check()
    {
        var errors = new FieldErrors();
        Add("/organization", AccountRules.OrganizationFault(Organization));
        Add("/ownerName", AccountRules.NameFault(OwnerName));
        Add("/ownerEmail", AccountRules.EmailFault(OwnerEmail?.Trim()));
        Add("/password", Password is null ? null : AccountRules.PasswordFault(Password, OwnerEmail, OwnerName, Organization));
        Add("/timeZone", AccountRules.TimeZoneFault(TimeZone));
        Add("/country", Country is { Length: 2 } country && country.All(char.IsAsciiLetterUpper) ? null
            : "A country is two capital letters, for example US.");
        Add("/pbxName", PbxName is null || PbxName.Trim().Length is >= 2 and <= 100 ? null
            : "The name of the phone system needs 2 to 100 characters.");
        return errors;

        void Add(string pointer, string? sentence)
        {
            if (sentence is not null) errors.Add(pointer, sentence);
        }
    }
}

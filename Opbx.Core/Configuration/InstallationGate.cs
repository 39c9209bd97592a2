using Opbx.Core.Document;

namespace Opbx.Core.Configuration;

/// <summary>Uniqueness beyond one PBX: phone numbers in the installation, PBX names in the organization.</summary>
internal sealed class InstallationGate(ConfigurationStore store) : IConfigurationGate
{
    public Failure? Check(PbxSnapshot present, PbxDocument proposed)
    {
        var errors = new FieldErrors();
        foreach (var (index, number) in proposed.PhoneNumbers.Index())
        {
            if (store.All.Any(s => s.PbxId != present.PbxId
                && s.Objects.ContainsKey(new ObjectRef(ObjectKind.PhoneNumbers.Name, number.Number))))
                errors.Add($"/phoneNumbers/{index}/number", "This phone number belongs to another PBX of this installation.");
        }
        var others = store.OfOrganization(present.OrganizationId).Where(s => s.PbxId != present.PbxId);
        if (others.Any(s => string.Equals(s.Document.Pbx.Name, proposed.Pbx.Name, StringComparison.OrdinalIgnoreCase)))
            errors.Add("/pbx/name", "Another PBX of your organization has this name.");
        return errors.IsEmpty ? null : Failure.Invalid(errors);
    }
}

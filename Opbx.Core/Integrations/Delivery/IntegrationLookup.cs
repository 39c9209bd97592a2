using Opbx.Core.Configuration;
using Opbx.Core.Document;
using Opbx.Core.Integrations.Account;
using Opbx.Core.Permissions;

namespace Opbx.Core.Integrations.Delivery;

/// <summary>Finds an integration by name among those an actor may see.</summary>
public sealed class IntegrationLookup(ConfigurationStore configuration, AccountIntegrationStore accounts)
{
    /// <summary>Searches the account when <paramref name="pbxId"/> is null; null when there is none.</summary>
    public ConfiguredIntegration? Find(Actor actor, Guid? pbxId, string name) =>
        pbxId is { } pbx ? OfPbx(actor, pbx, name) : OfAccount(actor, name);

    public bool Sees(Actor actor, Guid pbxId) => configuration.Find(pbxId)?.OrganizationId == actor.OrganizationId;

    private ConfiguredIntegration? OfAccount(Actor actor, string name) =>
        accounts.For(actor.OrganizationId).Select(a => a.Integration)
            .FirstOrDefault(i => string.Equals(i.Definition.Name, name, StringComparison.Ordinal));

    private ConfiguredIntegration? OfPbx(Actor actor, Guid pbxId, string name)
    {
        if (configuration.Find(pbxId) is not { } snapshot || snapshot.OrganizationId != actor.OrganizationId) return null;
        var definition = snapshot.Document.Integrations.FirstOrDefault(i => string.Equals(i.Name, name, StringComparison.Ordinal));
        return definition is null ? null
            : new ConfiguredIntegration(snapshot.Objects[new ObjectRef(ObjectKind.Integrations.Name, name)].Id, snapshot.OrganizationId,
                pbxId, definition);
    }
}

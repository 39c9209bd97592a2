using Opbx.Core.Configuration;
using Opbx.Core.Document;
using Opbx.Core.Integrations.Account;
using Opbx.Core.Permissions;

namespace Opbx.Core.Integrations;

/// <summary>Switches an integration off on behalf of the portal.</summary>
public sealed class IntegrationSwitch(ConfigurationEditor editor, AccountIntegrationEditor accounts)
{
    public async Task TurnOffAsync(ConfiguredIntegration integration, CancellationToken cancel)
    {
        var actor = Actor.System(integration.OrganizationId, "portal");
        var off = integration.Definition with { Active = false };
        if (integration.PbxId is { } pbx) await editor.ReplaceAsync(actor, pbx, ObjectKind.Integrations, off.Name, off, null, cancel);
        else await accounts.ReplaceAsync(actor, off.Name, off, null, cancel);
    }
}

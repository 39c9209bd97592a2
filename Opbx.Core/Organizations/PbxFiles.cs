using Opbx.Core.Calls.Recordings;
using Opbx.Core.Configuration;
using Opbx.Core.Integrations.Account;
using Opbx.Core.Pbxs;
using Opbx.Core.Prompts;

namespace Opbx.Core.Organizations;

/// <summary>The parts of a PBX outside the database: files and in-memory state.</summary>
public sealed class PbxFiles(ConfigurationStore store, AccountIntegrationStore accounts, EndpointKeys keys, PromptFiles prompts,
    RecordingFiles recordings)
{
    /// <summary>Closes the endpoints, removes the configuration from memory and deletes every file.</summary>
    public void Delete(Pbx pbx)
    {
        keys.Remove(pbx.PathToken);
        store.Remove(pbx.Id);
        prompts.DeleteAll(pbx.Id);
        recordings.DeleteAll(pbx.Id);
    }

    /// <summary>Removes the account's integrations from memory.</summary>
    public void DeleteAccount(Guid organizationId)
    {
        foreach (var (integration, _) in accounts.For(organizationId)) accounts.Remove(integration.Id);
    }
}

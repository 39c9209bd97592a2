using Opbx.Core.Calls.Recordings;
using Opbx.Core.Configuration;
using Opbx.Core.Integrations.Account;
using Opbx.Core.Pbxs;
using Opbx.Core.Prompts;

namespace Opbx.Core.Organizations;

/// <summary>What there is of a PBX outside the database: files, and what memory holds.</summary>
public sealed class PbxFiles(ConfigurationStore store, AccountIntegrationStore accounts, EndpointKeys keys, PromptFiles prompts,
    RecordingFiles recordings)
{
    /// <summary>Closes the endpoints, takes the configuration out of memory and removes every file.</summary>
    public void Delete(Pbx pbx)
    {
        keys.Remove(pbx.PathToken);
        store.Remove(pbx.Id);
        prompts.DeleteAll(pbx.Id);
        recordings.DeleteAll(pbx.Id);
    }

    /// <summary>Takes the account's integrations out of memory.</summary>
    public void DeleteAccount(Guid organizationId)
    {
        foreach (var (integration, _) in accounts.For(organizationId)) accounts.Remove(integration.Id);
    }
}

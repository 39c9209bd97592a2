using System.Collections.Concurrent;
using Opbx.Core.Document;

namespace Opbx.Core.Integrations.Account;

/// <summary>Account-level integrations of every organization, in memory.</summary>
public sealed class AccountIntegrationStore
{
    private readonly ConcurrentDictionary<Guid, (ConfiguredIntegration Integration, ObjectInfo Info)> _all = new();

    /// <summary>Ordered by name.</summary>
    public IReadOnlyList<(ConfiguredIntegration Integration, ObjectInfo Info)> For(Guid organizationId) =>
        [.. _all.Values.Where(i => i.Integration.OrganizationId == organizationId)
            .OrderBy(i => i.Integration.Definition.Name, StringComparer.OrdinalIgnoreCase)];

    public ConfiguredIntegration? Find(Guid id) => _all.TryGetValue(id, out var found) ? found.Integration : null;
    public void Put(ConfiguredIntegration integration, ObjectInfo info) => _all[integration.Id] = (integration, info);
    public void Remove(Guid id) => _all.TryRemove(id, out _);
}

using System.Collections.Concurrent;
using Opbx.Core.Document.Integrations;
using Opbx.Core.Integrations;

namespace Opbx.Tests.Support.Fakes;

/// <summary>Integrations that a test configures.</summary>
internal sealed class FakeCatalogue : IIntegrationCatalogue
{
    private readonly ConcurrentDictionary<Guid, ConfiguredIntegration> _all = new();

    public Guid Organization { get; } = Guid.NewGuid();
    public Guid Pbx { get; } = Guid.NewGuid();
    public IntegrationSecrets Kept { get; set; } = Sample.Secrets;
    public bool Applications { get; set; } = true;
    public ConcurrentQueue<string> Deactivated { get; } = [];

    public Guid Add(Integration definition, bool account = false)
    {
        var id = Guid.NewGuid();
        _all[id] = new ConfiguredIntegration(id, Organization, account ? null : Pbx, definition);
        return id;
    }

    public void Change(Guid id, Func<Integration, Integration> change) =>
        _all[id] = _all[id] with { Definition = change(_all[id].Definition) };

    public void Remove(Guid id) => _all.TryRemove(id, out _);

    public IReadOnlyList<ConfiguredIntegration> Waiting(Guid organizationId, Guid pbxId, Trigger trigger) =>
        [.. _all.Values.Where(i => i.OrganizationId == organizationId && (Triggers.IsAccount(trigger) ? i.PbxId is null : i.PbxId == pbxId)
            && i.Definition.Active && i.Definition.Trigger.Contains(trigger))];

    public IReadOnlyList<ConfiguredIntegration> For(Guid organizationId) => [.. _all.Values.Where(i => i.OrganizationId == organizationId)];

    public ConfiguredIntegration? Find(Guid id) => _all.GetValueOrDefault(id);

    public ServiceInfo? Service(Guid pbxId) => pbxId == Pbx
        ? new ServiceInfo(Pbx, "acme", "Acme Dental", TimeZoneInfo.FindSystemTimeZoneById("America/New_York"), Applications) : null;

    public IntegrationSecrets Secrets(Guid id) => Kept;

    public Task DeactivateAsync(Guid id, string reason, CancellationToken cancel)
    {
        Change(id, i => i with { Active = false });
        Deactivated.Enqueue(reason);
        return Task.CompletedTask;
    }
}

namespace Opbx.Core.Integrations;

/// <summary>The catalogue of an installation whose configuration knows no integrations; the configuration feature puts its own in place.</summary>
internal sealed class NoIntegrations : IIntegrationCatalogue
{
    public IReadOnlyList<ConfiguredIntegration> Waiting(Guid organizationId, Guid pbxId, Trigger trigger) => [];

    public ConfiguredIntegration? Find(Guid id) => null;

    public ServiceInfo? Service(Guid pbxId) => null;

    public IntegrationSecrets Secrets(Guid id) => new([], null, null, new Dictionary<string, string>());

    public Task DeactivateAsync(Guid id, string reason, CancellationToken cancel) => Task.CompletedTask;
}

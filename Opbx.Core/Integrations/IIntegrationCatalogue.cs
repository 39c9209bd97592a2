using Opbx.Core.Document.Integrations;

namespace Opbx.Core.Integrations;

/// <summary>The integrations as configured now, from memory.</summary>
public interface IIntegrationCatalogue
{
    /// <summary>Active integrations of the PBX (PBX triggers) or of the organization (account triggers) that wait for the
    /// trigger.</summary>
    IReadOnlyList<ConfiguredIntegration> Waiting(Guid organizationId, Guid pbxId, Trigger trigger);

    /// <summary>Every integration of the organization: those of the account and of all its PBXs.</summary>
    IReadOnlyList<ConfiguredIntegration> For(Guid organizationId);

    /// <summary>One integration by identity, also inactive; null when it was deleted.</summary>
    ConfiguredIntegration? Find(Guid id);

    /// <summary>The PBX as events name it; null when it was deleted.</summary>
    ServiceInfo? Service(Guid pbxId);

    /// <summary>Its secrets, decrypted: the signing secrets that are valid now, password, token and secret header values.</summary>
    IntegrationSecrets Secrets(Guid id);

    /// <summary>Switches an integration off on the portal's own account (410, days of failure), with history.</summary>
    Task DeactivateAsync(Guid id, string reason, CancellationToken cancel);
}

/// <summary>An integration and where it belongs.</summary>
/// <param name="Id">Identity; stays over renaming.</param>
/// <param name="PbxId">The PBX; null for account-level integrations.</param>
/// <param name="Definition">What is configured, without secrets.</param>
public sealed record ConfiguredIntegration(Guid Id, Guid OrganizationId, Guid? PbxId, Integration Definition);

/// <summary>A PBX as events name it.</summary>
/// <param name="TimeZone">Its time zone, for the offset of times.</param>
/// <param name="ApplicationsEnabled">Whether PBX triggers fire.</param>
public sealed record ServiceInfo(Guid PbxId, string Name, string FriendlyName, TimeZoneInfo TimeZone, bool ApplicationsEnabled);

/// <param name="Signing">Signing secrets that are valid now, the newest first.</param>
/// <param name="Headers">Values of secret headers by name.</param>
public sealed record IntegrationSecrets(IReadOnlyList<string> Signing, string? Password, string? Token,
    IReadOnlyDictionary<string, string> Headers);

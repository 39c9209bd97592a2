using Opbx.Core.Document.Integrations;

namespace Opbx.Core.Integrations;

/// <summary>The integrations as currently configured, from memory.</summary>
public interface IIntegrationCatalogue
{
    /// <summary>Active integrations of the PBX (PBX triggers) or the organization (account triggers) with the trigger.</summary>
    IReadOnlyList<ConfiguredIntegration> Waiting(Guid organizationId, Guid pbxId, Trigger trigger);

    /// <summary>Every integration of the organization: account level and all PBXs.</summary>
    IReadOnlyList<ConfiguredIntegration> For(Guid organizationId);

    /// <summary>Includes inactive integrations; null when it was deleted.</summary>
    ConfiguredIntegration? Find(Guid id);

    /// <summary>Null when the PBX was deleted.</summary>
    ServiceInfo? Service(Guid pbxId);

    /// <summary>Decrypted: currently valid signing secrets, password, token and secret header values.</summary>
    IntegrationSecrets Secrets(Guid id);

    /// <summary>Switches an integration off on behalf of the portal (410, days of failure), with history.</summary>
    Task DeactivateAsync(Guid id, string reason, CancellationToken cancel);
}

/// <summary>An integration and where it belongs.</summary>
/// <param name="Id">Survives renaming.</param>
/// <param name="PbxId">Null for account-level integrations.</param>
/// <param name="Definition">Without secrets.</param>
public sealed record ConfiguredIntegration(Guid Id, Guid OrganizationId, Guid? PbxId, Integration Definition);

/// <summary>A PBX as named in events.</summary>
/// <param name="TimeZone">Determines the offset of times.</param>
/// <param name="ApplicationsEnabled">Whether PBX triggers fire.</param>
public sealed record ServiceInfo(Guid PbxId, string Name, string FriendlyName, TimeZoneInfo TimeZone, bool ApplicationsEnabled);

/// <param name="Signing">Currently valid signing secrets, newest first.</param>
/// <param name="Headers">Values of secret headers by name.</param>
public sealed record IntegrationSecrets(IReadOnlyList<string> Signing, string? Password, string? Token,
    IReadOnlyDictionary<string, string> Headers);

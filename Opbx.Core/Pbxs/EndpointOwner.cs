namespace Opbx.Core.Pbxs;

/// <summary>Whose endpoint was called.</summary>
public sealed record EndpointOwner(Guid PbxId, Guid OrganizationId);

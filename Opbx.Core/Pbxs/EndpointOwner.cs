namespace Opbx.Core.Pbxs;

public sealed record EndpointOwner(Guid PbxId, Guid OrganizationId);

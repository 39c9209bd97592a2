namespace Opbx.Core.Pbxs;

public sealed record EndpointOwner(Guid PbxId, Guid OrganizationId, string Path, IReadOnlyList<byte[]> StateKeys);

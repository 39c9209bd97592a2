namespace Opbx.Core.Pbxs;

/// <summary>The PBX whose endpoints Cloudonix calls.</summary>
/// <param name="Path">The path token of its endpoints.</param>
/// <param name="StateKeys">Keys that sign the state of its calls, the newest first. They are derived from its endpoint keys and change
/// with them.</param>
public sealed record EndpointOwner(Guid PbxId, Guid OrganizationId, string Path, IReadOnlyList<byte[]> StateKeys);

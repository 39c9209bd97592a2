namespace Opbx.Core.Permissions;

/// <summary>The extension that is somebody's own. A number alone says nothing: two PBXs of one organization may both have it.</summary>
/// <param name="PbxId">The PBX.</param>
/// <param name="Number">The number there.</param>
public sealed record OwnExtension(Guid PbxId, string Number);

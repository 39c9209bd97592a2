namespace Opbx.Core.Permissions;

/// <summary>The extension that is somebody's own. A number alone says nothing: two PBXs of one organization may both have it.</summary>
public sealed record OwnExtension(Guid PbxId, string Number);

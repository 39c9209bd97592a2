namespace Opbx.Core.Permissions;

/// <summary>Includes the PBX, because two PBXs of one organization can have the same number.</summary>
public sealed record OwnExtension(Guid PbxId, string Number);

using Opbx.Core.Permissions;

namespace Opbx.Core.Users;

/// <summary>Changes of a person made on a page at once.</summary>
/// <param name="PbxId">The PBX of the extension; null if only one has it.</param>
public sealed record UserEdit(string? Name, Role Role, string? Extension, Guid? PbxId = null);

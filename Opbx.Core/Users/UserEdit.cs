using Opbx.Core.Permissions;

namespace Opbx.Core.Users;

/// <summary>What a page changes of a person at once.</summary>
/// <param name="PbxId">The PBX of that extension; the only one that has it when absent.</param>
public sealed record UserEdit(string? Name, Role Role, string? Extension, Guid? PbxId = null);
